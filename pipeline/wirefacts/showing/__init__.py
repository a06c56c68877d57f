"""Results for people: tables, highlighted text, spreadsheet rows. Import the modules by name: each loads no more than it needs."""
