"""Compares a CSV file with the same table in JSON Lines, read by Python's own modules: read-csv.py FILE.csv FILE.jsonl"""
import csv
import json
import sys

GUARDED = ("=", "+", "-", "@", "\t", "\r")


def written(value):
    """A value of JSON Lines as CSV has it."""
    if value is None:
        return ""
    if isinstance(value, dict):
        return value["text"]
    if isinstance(value, list):
        parts = []
        for item in value:
            marks = item.get("marks", [])
            parts.append(item["text"] + (f" [{', '.join(marks)}]" if marks else ""))
        return "; ".join(parts)
    return str(value)


def main(table, lines):
    with open(table, newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file, strict=True))
    with open(lines, encoding="utf-8", newline="\n") as file:
        objects = [json.loads(line) for line in file.read().split("\n") if line]
    header, *rows = rows
    if len(rows) != len(objects):
        sys.exit(f"{table}: {len(rows)} rows, but {len(objects)} lines of JSON")
    for number, (row, record) in enumerate(zip(rows, objects), 1):
        if list(record) != header:
            sys.exit(f"{table}: row {number} has other columns: {header} and {list(record)}")
        for key, cell in zip(header, row, strict=True):
            wanted = written(record[key])
            # A text that a spreadsheet would execute has an apostrophe before it.
            if cell != wanted and not (cell == f"'{wanted}" and wanted.startswith(GUARDED)):
                sys.exit(f"{table}: row {number}, {key}: {cell!r}, but {wanted!r}")
    print(f"{len(rows)} rows of {len(header)} columns are the same.")


main(*sys.argv[1:])
