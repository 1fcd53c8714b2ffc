"""Commands as a person types them for one profile: what messages say about how to go on."""

from __future__ import annotations

from careerpath.cli.options import DEFAULT_PROFILE

_MEANS_MORE = frozenset('"$`\\!')
"""What a shell does not take as it stands between double quotes."""


def with_option(command: str, profile: str) -> str:
    """A command that takes the profile as an option; the usual profile needs none."""
    return f"careerpath {command}" + ("" if profile == DEFAULT_PROFILE else f" --profile {_quoted(profile)}")


def with_name(command: str, profile: str) -> str:
    """A command that takes the profile as its argument; the usual profile needs none."""
    if profile == DEFAULT_PROFILE:
        return f"careerpath {command}"
    return f"careerpath {command} {'-- ' * profile.startswith('-')}{_quoted(profile)}"


def _quoted(name: str) -> str:
    """One word for a shell; in double quotes where that will do, since messages put commands into single ones."""
    import shlex

    quoted = shlex.quote(name)
    return quoted if quoted == name or _MEANS_MORE & set(name) else f'"{name}"'
