"""The formats (format) in which texts leave the program as files: one file each.

A document is made from plain values and is byte for byte the same for the same input.
An exercise is marked first and last in every one of them, and in its file name.
"""
