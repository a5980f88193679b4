"""What Jinja does for any program, as our pages need it: calling, importing, including, writing.

A page calls macros and phrases a hundred times and writes some three hundred values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, MutableMapping
from keyword import iskeyword
from typing import Any, Final

import markupsafe
from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from markupsafe import Markup, escape

from site_builder.render.shared import part

_escape: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)
"""Without the mark that says it is escaped, where this markupsafe has it so."""

_NAMING = (
    *(nodes.Assign, nodes.AssignBlock, nodes.Import, nodes.FromImport, nodes.Macro),
    *(nodes.Block, nodes.Extends),
)


class PageTemplate(Template):
    """Hands out its macros at once, and is included in the context of who includes it.

    Jinja asks each time whether the one who imports them has globals of its own, for which the
    macros would have to be made anew. All our templates have the same. And it makes a context for
    each include, which most have no use for: they leave no name in it, and a page has twenty.
    """

    leaves_names: bool
    """Whether it sets or imports something, or has blocks: then it needs a context of its own."""

    @classmethod
    def _from_namespace(
        cls,
        environment: Environment,
        namespace: MutableMapping[str, Any],
        globals: MutableMapping[str, Any],  # noqa: A002 because Jinja calls it so
    ) -> Template:
        made: Any = super()._from_namespace(environment, namespace, globals)
        made.leaves_names = namespace[PageWriter.LEAVES_NAMES]
        return made  # type: ignore[no-any-return]  # because it was just made

    def included(self, context: Context, names: dict[str, Any]) -> Iterator[str]:
        """What it writes where another includes it, which has a ``context`` and ``names``."""
        if names or self.leaves_names:
            context = self.new_context(context.get_all(), shared=True, locals=names)
        return self.root_render_func(context)

    def _get_default_module(self, *_importer: object) -> TemplateModule:
        if self._module is None:
            self._module = self.make_module()
        return self._module


class PageWriter(CodeGenerator):
    """Compiles templates so that values are written by :func:`written`.

    And so that it is noted in each, as ``PART``, whether all pages may share what it renders.
    """

    FORM: Final = 3
    """Raised when its code, or what it notes, changes."""
    PART: Final = "shared_part"
    LEAVES_NAMES: Final = "leaves_names"

    def visit_Template(  # noqa: N802 because Jinja calls it so
        self, node: nodes.Template, frame: Frame | None = None
    ) -> None:
        """Write the code of a template, and below it the note."""
        super().visit_Template(node, frame)
        noted = part(node)
        self.writeline(f"{self.PART} = {noted and tuple(noted)!r}")
        self.writeline(f"{self.LEAVES_NAMES} = {any(True for _ in node.find_all(_NAMING))}")

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """Let a template, or a block, gather what it writes, and hand it over as one text.

        Jinja hands over each word as it is written, through all that extend or include another.
        """
        gathers = frame.buffer is None
        if gathers:
            self.buffer(frame)
        super().blockvisit(nodes, frame)
        if gathers:
            self.writeline(f"yield concat({frame.buffer})")

    def visit_Include(  # noqa: N802 because Jinja calls it so
        self, node: nodes.Include, frame: Frame
    ) -> None:
        """Write an include; one without context is handed over at once, after what was gathered."""
        if not node.with_context:
            self.writeline(f"yield concat({frame.buffer})")
            self.writeline(f"{frame.buffer}.clear()")
        name = node.template.value if isinstance(node.template, nodes.Const) else None
        if not (node.with_context and isinstance(name, str)) or node.ignore_missing:
            super().visit_Include(node, frame)
            return
        # What a template sets for all of itself, its context has too.
        names = "{}" if frame.toplevel else self.dump_local_context(frame)
        template = f"environment.get_template({name!r}, {self.name!r})"
        self.writeline(f"{frame.buffer}.extend({template}.included(context, {names}))", node)

    def visit_Call(  # noqa: N802 because Jinja calls it so
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002 because Jinja hands it over so
    ) -> None:
        """Write a call as Python would.

        Jinja asks each time whether what is called wants to be handed the context. Nothing that we
        put into templates does, and what macros would be told, that escaping is on, is always so.
        """
        if node.dyn_args or node.dyn_kwargs or any(iskeyword(one.key) for one in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for one in (*node.args, *node.kwargs):
            self.visit(one, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def _output_child_pre(self, *_about: object) -> None:
        self.write("environment.written(")


def written(value: object) -> str:
    """Escape a value as markupsafe does, without the mark that says it is escaped now.

    What a template writes goes into the page and nowhere else, so nobody asks for the mark.
    """
    if type(value) is str:
        return _escape(value)
    return value if type(value) is Markup else escape(value)
