"""What fills the templates of the pages. Every text is made harmless and escaped in one place: as it is printed."""

from __future__ import annotations

import base64
import hashlib

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from careerpath.direction import set_apart
from careerpath.harmless import harmless
from careerpath.render.text import numbers, words
from careerpath.render.web_address import is_web_address

STYLE = "style.css"


def render_page(template: str, **values: object) -> str:
    """A whole page: a template that extends `layout.html`, filled with values."""
    environment = _environment()
    style = environment.loader.get_source(environment, STYLE)[0] if environment.loader else ""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    # The style is a file of ours; its digest is what the page's policy lets in.
    return environment.get_template(template).render(style=Markup(style), style_digest=digest, **values)  # noqa: S704


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("careerpath.render.html"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(words=words, numbers=numbers)
    environment.filters["bare"] = _bare
    environment.tests["web_address"] = is_web_address
    return environment


def _shown(value: object) -> object:
    """What a template prints: markup of our own as it is, everything else harmless, escaped, and set apart."""
    if isinstance(value, Markup):
        return value
    if value is None:
        raise TypeError("a template prints nothing where something is missing")
    return Markup(set_apart(harmless(str(value)), _isolated, escape))  # noqa: S704 (every part is escaped)


def _isolated(text: str) -> Markup:
    """A name from right to left, which moves nothing beside it."""
    return Markup("<bdi>{}</bdi>").format(text)


def _bare(value: object) -> Markup:
    """What stands where no element may: in an attribute, or in the title of the page."""
    return escape(harmless(str(value)))
