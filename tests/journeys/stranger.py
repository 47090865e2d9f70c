"""Writes a workshop package; made from docs/package-format.md and the schema alone."""

import json
import sys
import zipfile

CARDS = {
    "Neue Anlagen": ["Lärm & Hitze < 30 °C", "Roboter in Linie 3", "<b>fett</b> {name} „so“ ẞß 🙂"],
    "Leute": ["Wer lernt uns an?", "Rente mit 63\nund dann?"],
}
steps: list[dict[str, object]] = [
    {"id": "s1", "number": "1", "title": "Frage zeigen", "minutes": 5},
    {"id": "s2", "number": "2", "title": "Karten schreiben", "minutes": 10},
    {"id": "s3", "number": "3", "title": "Ordnen", "minutes": 20, "max": 40},
    {"id": "s4", "number": "4", "title": "Punkten", "minutes": 10},
    {"id": "s5", "number": "5", "title": "Nächste Schritte", "minutes": 15},
    {"id": "s6", "number": "6", "title": "Fragebogen", "minutes": 45, "max": 60},
]
entries: list[dict[str, object]] = [{"id": "frage", "step": "s1", "kind": "sentence", "text": "Was ist euch wichtig?"}]
options = []
for number, (heading, texts) in enumerate(CARDS.items()):
    group = f"g{number}"
    entries.append({"id": group, "step": "s3", "kind": "cluster", "text": heading, "topics": [f"T{number + 9:02}"]})
    for place, text in enumerate(texts):
        entries.append({"id": f"{group}-{place}", "step": "s3", "parent": group, "text": text, "symbol": "aussage"})
    options.append({"text": heading, "entry": f"entry:{group}", "results": {"dots": 7 - number}})
answers = [{"item": f"A{number}", "value": 1 + number % 5, "reason": f"Grund {number}"} for number in range(1, 7)]
answers.append({"id": "b5", "item": "B5", "special": "W", "dissent": "Einer weiß es"})
package = {
    "format": "twspaket", "version": "1.0", "kind": "workshop", "id": "fremdes-paket-7", "by": "fremdes Skript",
    "plant": {"name": "Werk Fremd", "site": "Dillingen"},
    "people": [{"id": "vorsitz", "role": "BR-Vorsitz"}],
    "project": {"title": "Fremdes Vorhaben"},
    "workshops": [{
        "id": "w", "format": "K1", "title": "Fremde Themenrunde", "start": "2026-11-02T10:30", "headcount": 9,
        "steps": steps, "entries": entries,
        "sheets": [{"id": "q", "step": "s6", "questionnaire": "Q1", "answers": answers}],
        "votes": [{"id": "v", "step": "s4", "kind": "dots", "question": "Womit anfangen?", "voters": 9,
                   "options": options}],
    }],
    "positions": [
        {"id": "po1", "topic": "T09", "title": "Hitzeschutz", "goal": "Unter 30 °C", "target_date": "2027-06-30",
         "secret": {"minimum": "Pausen ab 32 °C", "red_line": "Kein Wegfall der Pausen"}},
        {"id": "po2", "topic": "T10", "title": "Anlagen gemeinsam einführen", "measure": "Jede Anlage beraten"},
    ],
    "measures": [
        {"id": "m1", "text": "Messgeräte besorgen", "owner": "vorsitz", "due": "2026-12-01", "state": "binding"},
        {"id": "m2", "text": "Betriebsarzt fragen"},
    ],
    "evidence": [{"of": "position:po1", "from": "entry:g0-0"}, {"of": "measure:m1", "from": "vote:v"}],
}  # fmt: skip
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("paket.json", json.dumps(package, ensure_ascii=False))
