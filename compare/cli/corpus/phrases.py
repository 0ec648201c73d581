"""`oped corpus phrases`: being written."""
import click

@click.command("phrases", short_help="Being written.")
def command() -> None:
    """Being written."""
