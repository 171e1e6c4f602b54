"""The small parts that views are built of (byggdelar): each with a name, a key and a focus ring.

They know colour tokens and plain values, and neither desk nor journal. Text is always plain text:
the factory `plain` is the only place that makes a label, a tool tip or a message box.
"""
