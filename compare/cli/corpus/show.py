"""`oped corpus show`: being written."""
import click

@click.command("show", short_help="Being written.")
def command() -> None:
    """Being written."""
