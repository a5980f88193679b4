"""What Jinja does for any program, done as our pages need it: calling, importing, writing values.

A page calls macros and phrases a hundred times and writes some three hundred values.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from jinja2 import Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from markupsafe import Markup, escape

from site_builder.render.shared import part

_has_special = re.compile("[&<>\"']").search


class PageContext(Context):
    """Calls at once what a template calls.

    Jinja asks each time whether it wants to be handed the context it is called from. Nothing that
    we put into templates does, and what macros would be told, that escaping is on, is always so.
    """

    def call(self, called: Callable[..., object], /, *args: object, **values: object) -> object:
        """Call it; the variables of the loop and block around it are for who wants a context."""
        values.pop("_loop_vars", None)
        values.pop("_block_vars", None)
        return called(*args, **values)


class PageTemplate(Template):
    """Hands out its macros at once.

    Jinja asks each time whether the one who imports them has globals of its own, for which the
    macros would have to be made anew. All our templates have the same.
    """

    def _get_default_module(self, *_importer: object) -> TemplateModule:
        if self._module is None:
            self._module = self.make_module()
        return self._module


class PageWriter(CodeGenerator):
    """Compiles templates so that values are written by :func:`written`.

    And so that it is noted in each, as ``PART``, whether all pages may share what it renders.
    """

    FORM: Final = 1
    """Raised when its code, or what it notes, changes."""
    PART: Final = "shared_part"

    def visit_Template(  # noqa: N802 because Jinja calls it so
        self, node: nodes.Template, frame: Frame | None = None
    ) -> None:
        """Write the code of a template, and below it the note."""
        super().visit_Template(node, frame)
        noted = part(node)
        self.writeline(f"{self.PART} = {noted and tuple(noted)!r}")

    def _output_child_pre(self, *_about: object) -> None:
        self.write("environment.written(")


def written(value: object) -> str:
    """Escape a value as markupsafe does, without the mark that says it is escaped now.

    What a template writes goes into the page and nowhere else, so nobody asks for the mark.
    """
    if type(value) is str:
        return escape(value) if _has_special(value) else value
    return value if type(value) is Markup else escape(value)
