"""The small scenario that ``trainer new`` writes: complete, commented, its words still to come.

It has no error, and its only warnings are the texts that begin with TODO.
"""

from __future__ import annotations

from trainer.scenario.model import Catalogue

_TAKEN = "act-differently"
_TEMPLATE = """\
# A scenario that can be played as it is, with every word still to be written. Write each text that
# begins with TODO; `trainer check --strict FILE` names those that are left. Then make the story
# your own: rename ids, add nodes, change marks. scenarios/README.md is the guide.
format: 1
title: TODO what they will call it
# @SKILL_TITLE@
skill: @SKILL@
level: 1 # 1 first steps, 2 harder, 3 under pressure
minutes: 5
# What it is built to practise: each must be on offer on every path.
focus:
  - @FIRST@
  - @SECOND@
# content_notes:
#   - grief
language: en
premise: TODO one real, small moment. The place, the time, what just happened; 90 words at most.
roles:
  # Two ids. In every text write {sam} and {robin}, which stand for the names: two who play together
  # put in their own. Say what each wants and secretly fears.
  sam:
    name: Sam
    brief: TODO what only Sam is told. What you want, and what you are afraid of.
  robin:
    name: Robin
    brief: TODO what only Robin is told. What you want, and what you are afraid of.
# The seat that a solo player takes; the other one is then scripted by `auto`.
play_as: sam
state:
  # A meter goes from 0 to 10, a flag is true or false. Each must be read in a `when` or an `auto`.
  # One meter for each: what Sam says moves Robin's, what Robin says moves Sam's, and `auto` of a
  # seat reads its own. So the scripted one answers, whichever seat you play.
  warmth: {of: robin, start: 5}
  ease: {of: sam, start: 5}
  promised: false
start: moment
# Your own tests: the choices of one seat, played alone, the ending's node and the score.
walkthroughs:
  - name: Sam to the best ending
    seat: sam
    choices:
      - reach
      - go-deeper
      - one-thing
      - stay
    ending: near
    score: 100
  - name: Robin to the best ending
    seat: robin
    choices:
      - say-it-plain
      - take-the-hand
    ending: near
    score: 100
nodes:
  moment:
    lines:
      - TODO what is seen, such as a bowl turned over a plate.
      # Speech in `lines` belongs here, at the start. Later let narration show how the other takes
      # it: a line spoken for a seat takes the choice from whoever holds it.
      - robin: TODO what {robin} says.
    turn: sam
    choices:
      # Choices are shuffled in play, but vary where the best one stands in the file.
      explain:
        say: TODO the weak line that a decent, tired person would take
        # Marks say what a line does next to the other: 2 for its point, 1 for a second; below 0
        # where it goes against a principle.
        marks:
          @FIRST@: -1
        # `why` says "you" to the one who chose. 45 words at most.
        why: TODO what it does to {robin}, the good motive behind it, the rule.
        lines:
          - TODO how it lands on {robin}, in the body. No coaching here.
        effects:
          warmth: -1
        # A scripted seat takes the first choice that exists and whose `auto` holds; none always
        # holds. Here nothing has been said yet: begin with what gives Robin something to answer.
        goto: colder
      reach:
        say: TODO the strongest line, in plain words and not too fine
        marks:
          @FIRST@: 2
        why: TODO what it does to {robin}, and the rule in a few words.
        lines:
          - TODO how it lands. By steps, no instant thaw.
        effects:
          warmth: 1
        goto: softer
      wait:
        say: TODO a line that does no harm and does not reach far
        marks: {} # neutral
        why: TODO what it leaves open, and what can still be done.
        goto: softer
  softer:
    turn: robin
    choices:
      let-in:
        say: TODO {robin} lets it in, or says kindly what is still missing
        marks:
          receive: 1
        why: TODO what this does to {sam}.
        effects:
          ease: 1
        auto: warmth >= 6
        goto: deeper
      hold-back:
        say: TODO {robin} answers, and keeps something to themselves there
        marks: {}
        why: TODO what this leaves open.
        goto: deeper
  colder:
    turn: robin
    choices:
      # Here the weak one stands on top, with the condition turned round.
      snap:
        say: TODO {robin} hits back, as one does when something has stung
        marks:
          generosity: -1
        why: TODO the good motive, and what can still be done.
        effects:
          ease: -1
        auto: warmth < 5
        goto: way-back
      say-it-plain:
        say: TODO {robin} says plainly what hurts, and what is wished for
        marks:
          own-side: 1
          ask: 1
        why: TODO what this does to {sam}.
        effects:
          ease: 1
        goto: way-back
  deeper:
    turn: sam
    choices:
      go-deeper:
        say: TODO the line that goes one step further than the first
        marks:
          @SECOND@: 2
        why: TODO what it does to {robin}, and the rule.
        effects:
          warmth: 1
        auto: ease >= 6
        goto: answer
      step-around:
        say: TODO the right words and the wrong act, which is a miss
        marks:
          @SECOND@: -1
        why: TODO the good motive, what it does, what can still be done.
        goto: answer
      nod:
        say: TODO something kind that does not get to the point yet
        marks: {}
        why: TODO what it leaves open.
        goto: answer
  # After a miss: one of the seat's next two decisions offers a principle of the family `repair`.
  way-back:
    turn: sam
    choices:
      own-it:
        say: TODO the line that owns the miss before it explains it
        marks:
          acknowledge: 2
          impact: 1
        why: TODO what owning it does to {robin}, and the rule.
        effects:
          warmth: 2
        auto: ease >= 6
        goto: answer
      reach-back:
        say: TODO a small hand held out, without a word on the miss
        marks:
          mend-early: 1
        why: TODO what it does, and what it leaves unsaid.
        effects:
          warmth: 1
        auto: ease >= 5
        goto: answer
      defend:
        say: TODO the reason once more, and a little louder this time
        marks:
          non-defensive: -1
        why: TODO the good motive, what it does, what can still be done.
        effects:
          warmth: -1
        goto: answer
  answer:
    lines:
      - narration: TODO a line that is only seen where it has grown warm.
        when: warmth >= 6
    turn: robin
    choices:
      shrug:
        say: TODO {robin} agrees only to end it, and {sam} believes it now
        marks:
          honest-limit: -2
        why: TODO the relief, and what it costs later.
        effects:
          warmth: -1
        auto: warmth < 4
        goto: promise
      take-the-hand:
        say: TODO {robin} takes what is true in it, and asks for a thing
        marks:
          receive: 1
          ask: 1
        why: TODO what this does to {sam}.
        effects:
          ease: 1
        goto: promise
  promise:
    turn: sam
    choices:
      the-moon:
        say: TODO a promise that is far too big to be kept for a week
        marks:
          act-differently: -1
        why: TODO the good motive, and why {robin} cannot lean on it.
        auto: ease < 5
        goto: close
      one-thing:
        say: TODO one small and clear change, which {sam} can really keep
        marks:
          act-differently: 1
          @SECOND@: 1
        why: TODO why small and clear helps.
        effects:
          promised: true
        goto: close
      leave-it:
        say: TODO nothing is promised, and nothing is taken back either
        marks: {}
        why: TODO what it leaves open.
        goto: close
  # A `goto` has no condition: which ending comes hangs on the choices of the last decision, and on
  # their `when` and `auto`.
  close:
    lines:
      - narration: TODO a line that is only seen where something was promised.
        when: promised
    turn: sam
    choices:
      tidy-up:
        say: TODO {sam} moves on a little too soon, and means it well
        marks: {}
        why: TODO what is lost by it.
        auto: ease >= 5 and warmth < 6
        goto: halfway
      leave:
        say: TODO {sam} goes without a word on when they come back
        marks:
          pause: -1
        why: TODO the good motive, and how it feels to be left.
        auto: ease < 5
        goto: apart
      stay:
        say: TODO {sam} stays with it, and gives it the time it takes
        marks:
          stay-with: 2
        why: TODO why staying says more than the right word.
        goto: near
  near:
    ending:
      kind: repaired
      title: TODO connected, not perfect
      reflection: TODO one question worth talking about?
  halfway:
    ending:
      kind: partly
      title: TODO unfinished, but safe
      reflection: TODO one question worth talking about?
  apart:
    ending:
      kind: apart
      title: TODO strained for now
      reflection: TODO a question that opens the next try?
"""


def template(skill_id: str, catalogue: Catalogue) -> str:
    """The new scenario's text, for a skill of the catalogue. Raises KeyError for no such skill.

    It practises the first two principles of the skill's families.
    """
    skill = catalogue.skills[skill_id]
    own = [each.id for each in catalogue.principles.values() if each.family in skill.families]
    # act-differently is marked beside the second one already.
    first, second, *_ = [x for x in dict.fromkeys((*own, "acknowledge", "impact")) if x != _TAKEN]
    text = _TEMPLATE
    for slot, word in (
        ("@SKILL_TITLE@", skill.title),
        ("@SKILL@", skill_id),
        ("@FIRST@", first),
        ("@SECOND@", second),
    ):
        text = text.replace(slot, word)
    return text
