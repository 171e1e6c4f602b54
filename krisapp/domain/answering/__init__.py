"""Answering (svara): enquiries of the media, rumours, and questions of residents and employees, counted and answered.

An answer is a version that somebody stands for; it stops holding when the fact sheet says otherwise (P14), and the
truth comes first (P34).
"""
