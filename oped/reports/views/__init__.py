"""From results to documents: one module a result, each with the words of one language."""
