"""Accuracy against gold: matching, counts that add up, errors with their context. Import the modules by name: the benchmark loads the extractor."""
