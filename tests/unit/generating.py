"""Random scenarios, as text: layers of nodes whose links lead to later layers.

The same seed gives the same text. Some links lead back too, under a flag that is set on the way,
so that no state comes round again. A careful scenario keeps every rule of the format (not the
warnings); a careless one may have moments without a choice or an `auto`, and circles.
"""

from __future__ import annotations

import json
import random
import re

PRINCIPLES = ["acknowledge", "impact", "apologise", "receive", "pause", "listen", "validate"]
PRINCIPLES += ["honest-limit", "own-side", "follow-through", "ask", "soften"]
ROLE_NAMES = ["Sam", "Robin", "Zoë", "Jo-Ann", "T {{x}}", "李"]
WORDS = ["so", "well", "you", "know", "it", "was", "late", "again", "I", "said", "no", "what"]
ODD_WORDS = ["{a}", "{b}", "{a}", "{b}", "{{x}}", "*sighs*", "[looks]", "7:30", "😀", "#4", "C\\D"]
ODD_WORDS += ['"so"', "it's", "a: b", "—", "?", "  "]
_SAFE = re.compile(r"[A-Za-z][A-Za-z ']*[A-Za-z]")
_RESERVED = {"true", "false", "null", "no", "so"}


class Generator:
    """Makes one scenario."""

    def __init__(self, seed: int, careful: bool = True) -> None:
        self.rng = random.Random(seed)
        self.careful = careful
        self.roles = self.rng.sample(["sam", "robin", "a1", "kim-b", "on"], 2)
        self.meters = [f"m{i}" for i in range(self.rng.choice([0, 1, 1, 2, 2, 3]))]
        self.flags = [f"f{i}" for i in range(self.rng.choice([0, 1, 1, 2]))]
        self.layers = [
            [f"n{depth}-{i}" for i in range(self.rng.choice([1, 1, 2, 3]))]
            for depth in range(self.rng.randint(2, 6))
        ]
        self.layers[0] = self.layers[0][:1]
        self.back = 0  # how many links lead back so far, each under a flag of its own
        self.ends = [f"end-{i}" for i in range(self.rng.randint(1, 4))]

    def text(self) -> str:
        """The whole file."""
        nodes = {
            name: self.node(depth) for depth, layer in enumerate(self.layers) for name in layer
        }
        nodes.update({name: self.ending() for name in self.ends})
        linked = self.linked(nodes)
        order = [name for name in nodes if name in linked]
        self.rng.shuffle(order)
        body = "".join(f"  {name}:\n{nodes[name]}" for name in order)
        return f"{self.head()}start: {self.layers[0][0]}\nnodes:\n{body}"

    def linked(self, nodes: dict[str, str]) -> set[str]:
        """The nodes that links lead to."""
        found, waiting = {self.layers[0][0]}, [self.layers[0][0]]
        while waiting:
            for target in re.findall(r"^ +goto: (.*)$", nodes[waiting.pop()], re.MULTILINE):
                if target not in found:
                    found.add(target)
                    waiting.append(target)
        return found

    def head(self) -> str:
        rng = self.rng
        a, b = self.roles
        names = rng.sample(ROLE_NAMES, 2)
        state = [
            f"  {m}: {{of: {rng.choice(self.roles)}, start: {self.number(rng.randint(0, 10))}}}\n"
            for m in self.meters
        ]
        state += [f"  {flag}: {rng.choice(['true', 'false'])}\n" for flag in self.flags]
        state += [f"  back{i}: false\n" for i in range(self.back)]
        rng.shuffle(state)
        briefs = [json.dumps(self.words(8), ensure_ascii=False) for _ in self.roles]
        return (
            f"title: {self.scalar(self.words(4))}\npremise: {self.scalar(self.words(20))}\n"
            f"skill: responding-to-a-rupture\nlevel: {rng.randint(1, 3)}\nminutes: 5\n"
            f"focus: [{', '.join(rng.sample(PRINCIPLES, rng.randint(1, 3)))}]\nroles:\n"
            f"  {a}:\n    name: {json.dumps(names[0])}\n    brief: {briefs[0]}\n"
            f"  {b}: {{name: {json.dumps(names[1], ensure_ascii=False)}, brief: {briefs[1]}}}\n"
            f"play_as: {rng.choice(self.roles)}\n"
            + ("state:\n" + "".join(state) if state else rng.choice(["", "state: {}\n"]))
        )

    def number(self, value: int) -> str:
        """A whole number in one of its spellings."""
        spellings = [str(value)] * 5
        if value >= 0:
            spellings += [f"+{value}", f"0{value}", f"0x{value:x}", f"0o{value:o}"]
        return self.rng.choice(spellings)

    def words(self, most: int) -> str:
        """A text; ``{a}`` and ``{b}`` become the roles."""
        rng = self.rng
        some = [rng.choice(ODD_WORDS if rng.random() < 0.15 else WORDS) for _ in range(most)]
        text = " ".join(some[: rng.randint(2, most)])
        a, b = self.roles
        return text.replace("{a}", f"{{{a}}}").replace("{b}", f"{{{b}}}").replace("  ", " ")

    def scalar(self, text: str, indent: int = 20) -> str:
        """A text in one of the ways in which YAML writes it."""
        ways = [json.dumps(text, ensure_ascii=False), "'" + text.replace("'", "''") + "'"]
        if _SAFE.fullmatch(text) and text not in _RESERVED:
            ways += [text, text]
        gap = "\n" + " " * indent
        if text[:1].isalpha() and text.strip() == text:
            ways += [f">-{gap}{text.replace(' ', gap, 1)}", f"|{gap}{text}"]
            ways.append(json.dumps("  " + text.replace(" ", "\t", 1) + "\n", ensure_ascii=False))
        return self.rng.choice(ways)

    def expression(self, depth: int = 2) -> str:
        rng = self.rng
        if depth and rng.random() < 0.5:
            way = rng.random()
            if way < 0.25:
                return f"not {self.expression(depth - 1)}"
            if way < 0.4:
                return f"({self.expression(depth - 1)})"
            joint = rng.choice(["and", "or"])
            return f"{self.expression(depth - 1)} {joint} {self.expression(depth - 1)}"
        atoms = ["true", "false"] if rng.random() < 0.15 else []
        atoms += self.flags
        operators = ["==", "!=", "<", "<=", ">", ">=", " ==", " <", " >="]
        atoms += [f"{m}{rng.choice(operators)} {rng.randint(-1, 11)}" for m in self.meters]
        return rng.choice(atoms or ["true", "false"])

    def lines(self, indent: str) -> str:
        rng = self.rng
        rows = []
        for _ in range(rng.choice([0, 0, 1, 2, 3])):
            text, role = self.words(8), rng.choice([*self.roles, "narration"])
            way = rng.random()
            if way < 0.3:
                rows.append(f"- {self.scalar(text)}")
            elif way < 0.6:
                rows.append(f"- {role}: {self.scalar(text)}")
            else:
                quoted, when = json.dumps(text, ensure_ascii=False), self.expression()
                rows.append(f"- {{{role}: {quoted}, when: {when}}}")
                if rng.random() < 0.3:
                    rows[-1] = f"- when: {when}\n{indent}    {role}: {self.scalar(text)}"
        if not rows:
            return rng.choice(["", f"{indent}lines: []\n"])
        return f"{indent}lines:\n" + "".join(f"{indent}  {row}\n" for row in rows)

    def later(self, depth: int) -> str:
        """A node of a later layer, or an ending."""
        ahead = [name for layer in self.layers[depth + 1 : depth + 3] for name in layer]
        return self.rng.choice(ahead or self.ends)

    def node(self, depth: int) -> str:
        rng = self.rng
        lines = self.lines("    ")
        if rng.random() < 0.2:
            return f"{lines}    goto: {self.later(depth)}\n"
        count = rng.randint(1, 4)
        plain = rng.randrange(count) if self.careful else -1  # this one is always there
        choices = "".join(self.choice(i, depth, i == plain) for i in range(count))
        return f"{lines}    turn: {rng.choice(self.roles)}\n    choices:\n{choices}"

    def choice(self, number: int, depth: int, plain: bool) -> str:
        rng = self.rng
        marks = {
            principle: self.number(rng.choice([-2, -1, 1, 1, 2, 2]))
            for principle in rng.sample(PRINCIPLES, rng.choice([0, 1, 1, 2, 3]))
        }
        changes = {m: self.number(rng.randint(-4, 4)) for m in self.meters if rng.random() < 0.4}
        changes |= {f: rng.choice(["true", "false"]) for f in self.flags if rng.random() < 0.3}
        when = None if plain or rng.random() < 0.5 else self.expression()
        auto = None if plain or rng.random() < 0.5 else self.expression()
        goto = self.later(depth)
        if not plain and rng.random() < 0.1:  # a link back
            goto = rng.choice([name for layer in self.layers[: depth + 1] for name in layer])
            if self.careful or rng.random() < 0.5:
                when = f"not back{self.back}" + (f" and ({when})" if when else "")
                changes[f"back{self.back}"] = "true"
                self.back += 1
        rows = [
            f"say: {self.scalar(self.say(number))}",
            f"marks: {{{', '.join(f'{name}: {mark}' for name, mark in marks.items())}}}",
            f"why: {self.scalar(self.words(6))}",
            f"goto: {goto}",
        ]
        if changes or rng.random() < 0.1:
            rows.append(f"effects: {{{', '.join(f'{k}: {v}' for k, v in changes.items())}}}")
        rows += [f"{key}: {value}" for key, value in (("when", when), ("auto", auto)) if value]
        rng.shuffle(rows)
        body = "".join(f"        {row}\n" for row in rows)
        return f"      c{number}:\n{body}{self.lines('        ')}"

    def say(self, number: int) -> str:
        """Words for a choice; some read alike."""
        if self.rng.random() < 0.1:
            return self.rng.choice(["Well, so it is.", "well so it IS", "Well! So, it is…"])
        return f"{self.words(9)} {number}"

    def ending(self) -> str:
        kind = self.rng.choice(["repaired", "partly", "apart"])
        return (
            f"{self.lines('    ')}    ending:\n      kind: {kind}\n"
            f"      title: {self.scalar(self.words(4))}\n"
            f"      reflection: {self.scalar(self.words(8))}\n"
        )


def scenario_text(seed: int, careful: bool = True) -> str:
    """A random scenario."""
    return Generator(seed, careful).text()
