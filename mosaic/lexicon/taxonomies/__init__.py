"""Official classifications that an operator downloads and adds to the lexicon: ESCO and O*NET."""
