"""The command `oped`: results on standard output, all else on standard error.

Exit codes: 0 done, 1 input unreadable or without pieces, 2 usage, 3 engine not available, 130 interrupted.
"""

from __future__ import annotations

import os
import sys

import click

from oped.cli.lazy import LazyGroup
from oped.cli.translation import speak_as_asked, told, translated
from seeds._version import __version__
from seeds.errors import OpedError

COMMANDS = {
    "read": "oped.cli.read",
    "summarize": "oped.cli.summarize",
    "compare": "oped.cli.compare",
    "compare corpora": "oped.cli.corpora",
    "report": "oped.cli.report",
    "themes": "oped.cli.themes",
    "rhetoric": "oped.cli.rhetoric",
    "timeline": "oped.cli.timeline",
    "corpus": "oped.cli.corpus",
    "check": "oped.cli.check",
    "background": "oped.cli.background",
    "evaluate": "oped.cli.evaluate",
    "engines": "oped.cli.engines",
    "glossary": "oped.cli.glossary",
    "completion": "oped.cli.completion",
}
"""Command name to the module whose `command` it is; a module is imported only when its command runs."""


@click.group(
    cls=LazyGroup,
    modules=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="\b\nExample:\n  oped report page.txt",
)
@click.version_option(__version__, prog_name="oped", message="%(prog)s %(version)s")
def oped() -> None:
    """Read Chinese newspaper opinion pages, summarise every piece, show what the pieces share."""


def tell(line: str) -> None:
    """A line on standard error; no name or text in it begins another or acts on the terminal."""
    from seeds.safe import one_line

    click.echo(one_line(line), err=True)


def main() -> None:
    """Run the command line and leave with its exit code."""
    if sys.stdout is None:
        sys.exit("oped: standard output is closed: there is nowhere to write to")
    try:
        speak_as_asked(sys.argv[1:])
        code = translated(oped).main(prog_name="oped", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        code = error.exit_code
    except click.ClickException as error:
        from seeds.safe import one_line

        vars(error)["message"] = one_line(told(error.message))
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("oped: interrupted", err=True)
        code = 130
    except OpedError as error:
        tell(f"oped: {told(str(error))}")
        code = error.exit_code
    except (BrokenPipeError, SystemExit):
        if "_OPED_COMPLETE" in os.environ:  # a shell asks for completions, after which click leaves by itself
            raise
        # The reader of our output (head, less) has gone: not an error, though click and rich, which leave by
        # themselves then, take it for one. Python would complain again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as problem:
        click.echo(f"oped: {problem.strerror or problem}: the result could not be written", err=True)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code)
