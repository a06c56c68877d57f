"""The whole way: a story goes through the model and the finders, and its facts come out."""
