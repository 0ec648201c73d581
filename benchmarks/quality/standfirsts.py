"""How near a careful reader comes to the standfirst that the paper's own editor chose.

    python -m benchmarks.quality.standfirsts

Of the pieces of opinion/opinion_deck.train that readers judged sentence by sentence, within 70 characters: the
sentences a reader held to be worth most, what the engine chooses, and the first sentences, as character ROUGE with the
standfirst. The engine learned from these readers, not from the standfirsts.
"""

from __future__ import annotations

import json

from benchmarks.judged import DECKS, pieces
from benchmarks.quality.corpora import data_folder
from seeds import article
from summarize import summarize
from summarize.scores import score

CHARS = 70


def best(worth: list[int], lengths: list[int], room: int) -> list[int]:
    """The numbers of the sentences that are worth most together and fit, by trying all sums of lengths."""
    found: dict[int, tuple[int, tuple[int, ...]]] = {0: (0, ())}
    for number, (value, length) in enumerate(zip(worth, lengths, strict=True)):
        for used, (total, chosen) in list(found.items()):
            if value and used + length <= room and found.get(used + length, (-1, ()))[0] < total + value:
                found[used + length] = (total + value, (*chosen, number))
    return list(max(found.values())[1])


def main() -> None:
    path = data_folder() / f"{DECKS}.jsonl"
    standfirsts = {row["id"]: row["summary"] for row in map(json.loads, path.read_text("utf-8").splitlines())}
    made: dict[str, list[str]] = {"a reader's choice": [], "learned": [], "lead": []}
    references = []
    for piece in pieces([DECKS]):
        mark, sentences = piece.mark, piece.document.texts
        chosen = best(mark["worth"], list(map(len, sentences)), CHARS)
        made["a reader's choice"].append("".join(sentences[number] for number in chosen))
        plain = article(mark["text"], title=mark["title"])
        for engine in ("learned", "lead"):
            made[engine].append(str(summarize(plain, engine=engine, chars=CHARS).paragraph))
        references.append(standfirsts[mark["id"]])
    for name, texts in made.items():
        found = score(name, texts, references)
        print(f"{name:18}", *(f"{interval.mean:.1f}" for interval in (found.one, found.two, found.longest)))


if __name__ == "__main__":
    main()
