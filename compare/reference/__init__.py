"""What is usual: the corpora that rarity is measured against."""
