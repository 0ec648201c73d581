"""What there is to run, a session each: `nox -l` lists them, `nox -s tests-3.12 -- -k rhetoric` runs some tests.

An interpreter that is not here is skipped.
"""

import nox

nox.needs_version = ">=2024.4.15"
nox.options.sessions = ["lint", "types", "tests", "docs", "wheel"]
nox.options.error_on_missing_interpreters = False
PYTHONS = ["3.10", "3.11", "3.12", "3.13"]


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """The tests, with everything optional installed."""
    session.install("--editable", ".[test,sumy]")
    session.run("pytest", "-q", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Style, and the form of the code."""
    session.install("ruff>=0.12")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


# numpy describes itself otherwise in 3.13; its stubs for 3.10 are too old.
@nox.session(python=["3.11", "3.13"])
def types(session: nox.Session) -> None:
    """Types, strictly."""
    session.install("--editable", ".[dev]")
    session.run("mypy")


@nox.session(python="3.11")  # the least that zensical takes
def docs(session: nox.Session) -> None:
    """The page of commands and the site; any warning and any dead link is an error."""
    session.install("--editable", ".[docs]")
    session.run("python", "docs/make_commands.py")
    session.run("python", "docs/make_site.py")


@nox.session(venv_backend="none")
def wheel(session: nox.Session) -> None:
    """The wheel in an empty environment for every Python; uses the environment .venv that the README sets up."""
    session.run(".ci/wheel", external=True)


@nox.session
def bench(session: nox.Session) -> None:
    """Speed beside the peers, on one thread."""
    session.install("--editable", ".[bench]")
    session.run(
        "pytest",
        "benchmarks/speed",
        "--benchmark-enable",
        "--benchmark-only",
        *session.posargs,
        env={"OMP_NUM_THREADS": "1"},
    )
