"""What the reader is never trained on, told by hashes, so that everybody who measures it can tell too. Standard library only."""
import hashlib

NEWSLIKE = "newslike"  # the folder beside this file
TRAINED_ON = ("cmrc", "drcd", "xquad-zh", NEWSLIKE)  # no other set is ever trained on
KEPT_APART = 12  # percent of the documents of each set
UNANSWERABLE_APART = 50  # percent of the questions that have no passage


def drawn(name, what):
    """0…99, told by the SHA-256 of a set's name and a part of it."""
    return int.from_bytes(hashlib.sha256(f"{name}/{what}".encode()).digest()[:4], "big") % 100


def document(name, passage):
    """What a passage is a part of: passages of one document are never on both sides of the split."""
    id = passage["_id"]
    if name == "drcd":
        return id.rsplit("-", 1)[0]
    if name == "xquad-zh":
        return f"xquad-{int(id.rsplit('-', 1)[1]) // 5}"
    return passage["title"] or id


def kept_apart(name, passage):
    if name == NEWSLIKE and not passage["title"]:  # nothing names it for good
        return False
    return drawn(name, document(name, passage)) < KEPT_APART


def question_apart(name, id):
    """Says whether a question without a passage is kept apart."""
    return drawn(name, id) < UNANSWERABLE_APART
