"""`python -m wirefacts` is the command."""

from wirefacts.cli import main

main(prog_name="wirefacts")
