"""The emergency site (webbplatsen): a whole, plain site of what has been released, as files that work anywhere."""
