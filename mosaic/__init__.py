"""Mosaic. One thread for each process's arithmetic: many processes share few cores, and the matrices are small."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
