"""The table of codes: every problem that a file can have, by a name that stays.

Errors keep a scenario from being played; warnings become errors under ``--strict``.
"""

from __future__ import annotations

from trainer.scenario.record import record


@record
class Code:
    """What a code stands for."""

    severity: str
    what: str


def _errors(**codes: str) -> dict[str, Code]:
    return {name.replace("_", "-"): Code("error", what) for name, what in codes.items()}


def _warnings(**codes: str) -> dict[str, Code]:
    return {name.replace("_", "-"): Code("warning", what) for name, what in codes.items()}


CODES: dict[str, Code] = {
    # The file
    **_errors(
        cannot_read="the file cannot be opened or read",
        too_big="the file is over 1 MiB",
        not_utf8="the file is not UTF-8",
        empty_file="the file holds nothing",
        forbidden_character="a control, escape or bidirectional override character",
        duplicate_id="two files of one library have the same name",
    ),
    # YAML
    **_errors(
        yaml_syntax="the text is not YAML",
        trap_colon="a colon and a space inside plain text",
        trap_start="plain text that starts with a sign that means something to YAML",
        trap_space="a colon without the space after it",
        trap_braces="plain text inside braces that YAML cuts",
        trap_tab="a line indented with a tab",
        too_deep="nested deeper than 32 levels",
        several_documents="more than one document in a file",
        alias="a YAML alias",
        anchor="a YAML anchor",
        tag="a YAML tag",
        merge_key="a YAML merge key",
        duplicate_key="a key that stands twice in one place",
    ),
    # Shape
    **_errors(
        unknown_key="a key that the format does not know",
        missing_key="a key that is required and not there",
        wrong_type="a value of the wrong type",
        unquoted_text="a number, boolean or null where a text is due",
        out_of_range="a number outside its range",
        bad_id="a name that cannot be an id",
        bad_brace="a brace in a text that names no role",
        bad_expression="a `when` or `auto` that is no expression",
        one_way_on="a node without exactly one of a turn, a goto and an ending",
        not_a_scenario="a file that is no mapping of a scenario's keys",
    ),
    # Names
    **_errors(
        unknown_skill="a skill that is not in the catalogue",
        unknown_principle="a principle that is not in the catalogue",
        unknown_family="a family that is not in the catalogue",
        unknown_role="a role that the scenario does not have",
        unknown_speaker="a line spoken by nobody in the scenario",
        unknown_state="a meter or flag that is not declared",
        unknown_node="a link to a node that is not there",
    ),
    # The story
    **_errors(
        unreachable_node="a node that no link leads to",
        no_choice="a moment in which the one who speaks has no choice",
        no_auto="a moment in which the scripted seat would have nothing to say",
        cycle="a moment that can come round again",
        too_many_states="more than 100,000 reachable states",
        walkthrough="a walkthrough that does not come out as written",
    ),
    # Warnings in the text
    **_warnings(
        todo="a text that is still to be written",
        trap_flow="plain text inside braces that YAML may cut",
        comment_after_text="a comment that may have been meant as text",
        cut_at_comma="plain text in a flow list, cut at a comma",
        quoted_speaker="a speaker inside the quotes of what they say",
        nodes_not_last="`nodes` is not the last key",
        empty_text="a text with nothing in it",
        odd_file_name="a file name that cannot serve as an id",
        too_long="a text that is longer than a screen likes",
    ),
    # Warnings in the story
    **_warnings(
        never_offered="a choice that is never offered",
        never_shown="a line that is never shown",
        never_read="a meter or flag that nothing reads",
        few_choices="a decision with too few choices",
        weak_best="a decision with no good choice",
        no_weak_choice="a decision with no choice of value 0 or less",
        read_alike="two choices that read alike",
        uneven_length="choices of very different length",
        uneven_lengths="choices of different length in too many decisions",
        no_way_back="a decision from which only `apart` can be reached",
        no_repair="a miss that cannot be mended soon",
        few_endings="fewer than 3 endings, or a kind missing",
        short_path="a path with too few decisions",
        focus_not_offered="a path on which a focus principle is never offered",
        pause_not_best="a time-out that is not among the best choices",
    ),
    # Warnings over a library
    **_warnings(
        not_practised="a principle of a skill's families that no scenario of the skill offers",
        guessable="a key that can be guessed without reading the situation",
        appeasing="a library in which agreeing only to end it pays",
    ),
}
