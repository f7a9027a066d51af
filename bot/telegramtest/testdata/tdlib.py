"""Parses Telegram's HTML with TDLib: a JSON string a line in, a JSON line out."""
import json
import sys

try:
    import tdjson
except ImportError:
    print("missing", flush=True)
    sys.exit(0)


def execute(query):
    return tdjson.td_execute(json.dumps(query).encode()).decode()


execute({"@type": "setLogVerbosityLevel", "new_verbosity_level": 0})
print("ready", flush=True)
for line in sys.stdin:
    query = {"@type": "parseTextEntities", "text": json.loads(line), "parse_mode": {"@type": "textParseModeHTML"}}
    print(execute(query).replace("\n", " "), flush=True)
