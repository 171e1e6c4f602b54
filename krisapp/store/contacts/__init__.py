"""Lists of contacts made elsewhere (kontaktlistor), read as rows of text: CSV, Excel and vCard."""
