"""Frozen records with slots, at a fraction of what ``dataclasses`` costs at start-up.

Importing ``dataclasses`` and making this project's types with it takes longer than Python itself
takes to start, and the program is to open at once. This does the part of it that is needed:

    @record
    class Role:
        id: str
        name: str = ""

makes ``Role(id, name="")``, with slots, a repr, and no way to change a field. Records are compared
by identity, unless they are made with ``@record_by_value``. Type checkers see a frozen dataclass.
"""

from __future__ import annotations

TYPE_CHECKING = False  # typing itself takes a while to import
if TYPE_CHECKING:
    from typing import Any, TypeVar, dataclass_transform

    T = TypeVar("T")
else:

    def dataclass_transform(**_):
        return lambda decorator: decorator


def _no_change(self: object, name: str, *_: object) -> None:
    raise AttributeError(f"a {type(self).__name__} does not change: {name}")


def _repr(self: Any) -> str:
    fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{type(self).__name__}({fields})"


def _same(self: Any, other: object) -> bool:
    return type(self) is type(other) and as_tuple(self) == as_tuple(other)


def _hash(self: Any) -> int:
    return hash(as_tuple(self))


def as_tuple(one: Any) -> tuple[Any, ...]:
    """The values of a record's fields, in the order of their declaration."""
    return tuple(getattr(one, name) for name in one.__match_args__)


def as_dict(one: Any) -> dict[str, Any]:
    """The fields of a record by name."""
    return {name: getattr(one, name) for name in one.__match_args__}


def changed(one: T, **changes: Any) -> T:
    """A copy of a record with some fields changed. Raises TypeError for a field it lacks."""
    return type(one)(**{**as_dict(one), **changes})


def _reduced(self: Any) -> tuple[Any, ...]:
    """What pickle needs to make it again."""
    return type(self), as_tuple(self)


@dataclass_transform(frozen_default=True, eq_default=False)
def record(cls: type[T]) -> type[T]:
    """A frozen class with slots and an ``__init__`` for its annotated fields."""
    # inspect.get_annotations would import most of what this module is here to avoid.
    own = list(cls.__dict__.get("__annotations__", ()))  # noqa: RUF063
    space = {key: value for key, value in cls.__dict__.items() if key not in own}
    for key in ("__dict__", "__weakref__"):
        space.pop(key, None)
    inherited = tuple(getattr(cls, "__match_args__", ()))
    # The defaults stay on the class that declared them, out of the way of its slots.
    defaults = {**getattr(cls, "_defaults", {})}
    defaults.update({name: cls.__dict__[name] for name in own if name in cls.__dict__})
    names = (*inherited, *own)
    space.update(
        __slots__=tuple(own),
        __match_args__=names,
        _defaults=defaults,
        __setattr__=_no_change,
        __delattr__=_no_change,
        __repr__=_repr,
        __reduce__=_reduced,
    )
    made: Any = type(cls.__name__, cls.__bases__, space)
    made.__init__ = _initialiser(made, names, defaults)
    return made  # type: ignore[no-any-return]


@dataclass_transform(frozen_default=True, eq_default=True)
def record_by_value(cls: type[T]) -> type[T]:
    """A record that equals another one with the same values."""
    cls.__eq__ = _same  # type: ignore[method-assign]
    cls.__hash__ = _hash  # type: ignore[method-assign]
    return record(cls)


def _initialiser(made: Any, names: tuple[str, ...], defaults: dict[str, Any]) -> Any:
    """An ``__init__`` that is made when the first record is: many kinds are never asked for."""

    def first(self: object, *values: object, **fields: object) -> None:
        made.__init__ = _quick_initialiser(made, names, defaults)
        made.__init__(self, *values, **fields)

    return first


def _quick_initialiser(made: type, names: tuple[str, ...], defaults: dict[str, Any]) -> Any:
    """An ``__init__`` that sets each slot by its own descriptor, which ``__setattr__`` is not."""
    space = {f"_set_{name}": getattr(made, name).__set__ for name in names}
    space.update({f"_default_{name}": value for name, value in defaults.items()})
    takes = ", ".join(f"{n}=_default_{n}" if n in defaults else n for n in names)
    sets = "\n ".join(f"_set_{name}(self, {name})" for name in names)
    exec(f"def __init__(self, {takes}):\n {sets}\n", space)
    return space["__init__"]
