"""Makes the reference of the Python packages from their docstrings, one Markdown page a package, for the site.

What is public is what `__all__` names; the sources are read, not run.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path

import griffe

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = (
    "seeds",
    "summarize",
    "compare",
    "compare.themes",
    "compare.rhetoric",
    "compare.corpus",
    "compare.mining",
    "oped",
    "oped.reports",
    "oped.reports.html",
    "oped.reports.rows",
    "oped.schemas",
    "compare.reference.corpus",
)
"""Read in this order; `docs/results.md` says what is public."""
ESCAPED = "\\_"


def docstring(thing: griffe.Object | griffe.Alias) -> str:
    """What a docstring says, its examples fenced."""
    if thing.docstring is None:
        return ""
    lines: list[str] = []
    example = False
    for line in inspect.cleandoc(thing.docstring.value).splitlines():
        if line.lstrip().startswith(">>> ") and not example:
            lines.append("```pycon")
            example = True
        elif example and not line.strip():
            lines.append("```")
            example = False
        lines.append(line)
    if example:
        lines.append("```")
    return "\n".join(lines)


def signature(function: griffe.Function, name: str) -> str:
    """The definition of a function without its decorators and body, a parameter a line if it is long."""
    parameters = [
        parameter
        for parameter in function.parameters
        if parameter.name not in {"self", "cls"} or not function.parent
    ]
    parts: list[str] = []
    keyword_only = False
    for parameter in parameters:
        kind = parameter.kind
        if kind is griffe.ParameterKind.keyword_only and not keyword_only:
            parts.append("*")
            keyword_only = True
        keyword_only = keyword_only or kind is griffe.ParameterKind.var_positional
        star = (
            {griffe.ParameterKind.var_positional: "*", griffe.ParameterKind.var_keyword: "**"}.get(kind, "")
            if kind
            else ""
        )
        text = star + parameter.name
        if parameter.annotation is not None:
            text += f": {parameter.annotation}"
        if parameter.default is not None and not star:
            text += f" = {parameter.default}"
        parts.append(text)
    end = f" -> {function.returns}" if function.returns is not None else ""
    line = f"{name}({', '.join(parts)}){end}"
    return line if len(line) <= 90 else f"{name}(\n    " + ",\n    ".join(parts) + f",\n){end}"


def heading(level: int, module: griffe.Module, name: str) -> str:
    """A heading with an anchor by which the name is imported; what Markdown takes for emphasis is escaped."""
    return f"{'#' * level} {name.replace('_', ESCAPED)} {{ #{module.path}.{name.strip('_')} }}"


def members(module: griffe.Module, thing: griffe.Class) -> Iterator[str]:
    """Fields, properties and methods of a class that have something to say."""
    fields, methods = [], []
    for name, member in thing.members.items():
        if name.startswith("_") or member.is_alias:
            continue
        words = docstring(member)
        if isinstance(member, griffe.Attribute) and (member.annotation is not None or words):
            kind = f": {member.annotation}" if member.annotation is not None else ""
            fields.append(f"- `{name}{kind}`" + (f": {' '.join(words.split())}" if words else ""))
        elif isinstance(member, griffe.Function):
            head = heading(3, module, f"{thing.name}.{name}")
            methods.append(f"{head}\n\n```python\n{signature(member, name)}\n```\n\n{words}")
    if fields:
        yield "\n".join(fields)
    yield from methods


def entry(module: griffe.Module, name: str, thing: griffe.Object) -> str:
    """A public name: what it is, how it is called, what it says of itself."""
    head = heading(2, module, name)
    if isinstance(thing, griffe.Function):
        return f"{head}\n\n```python\n{signature(thing, name)}\n```\n\n{docstring(thing)}"
    if isinstance(thing, griffe.Class):
        bases = f"({', '.join(str(base) for base in thing.bases)})" if thing.bases else ""
        return "\n\n".join(
            [head, f"```python\nclass {name}{bases}\n```", docstring(thing), *members(module, thing)]
        )
    value = getattr(thing, "value", None)
    shown = f"{name} = {value}" if value is not None and len(str(value)) < 200 else name
    return f"{head}\n\n```python\n{shown}\n```\n\n{docstring(thing)}"


def public(module: griffe.Module) -> list[str]:
    """The names in `__all__`, or what a module without one defines itself."""
    if module.exports is not None:
        return sorted(str(name) for name in module.exports)
    return sorted(
        name
        for name, member in module.members.items()
        if not name.startswith("_")
        and not member.is_alias
        and (member.docstring is not None or isinstance(member, griffe.Function | griffe.Class))
    )


def page(module: griffe.Module) -> str:
    """The reference of one package."""
    parts = [f"# {module.path}", docstring(module), f"```python\nimport {module.path}\n```"]
    for name in public(module):
        thing = module.members.get(name)
        if thing is None:
            continue
        target = thing.final_target if isinstance(thing, griffe.Alias) else thing
        if isinstance(target, griffe.Module):
            continue
        parts.append(entry(module, name, target))
    return "\n\n".join(part.strip() for part in parts if part.strip()) + "\n"


def write(folder: Path) -> list[Path]:
    """Write a page for every public package to `folder`; which, in order of reading."""
    loader = griffe.GriffeLoader(search_paths=[str(ROOT)])
    for top in ("seeds", "summarize", "compare", "oped"):
        loader.load(top)
    loader.resolve_aliases(implicit=True)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in PACKAGES:
        module = loader.modules_collection[name]
        path = folder / f"{name}.md"
        path.write_text(page(module), "utf-8")
        written.append(path)
    return written
