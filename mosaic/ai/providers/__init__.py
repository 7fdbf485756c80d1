"""Companies and programs that answer, one module each, behind one protocol."""
