"""What language work all floors share: tokens, units, variants of characters."""
