package naming

import (
	"slices"
	"strings"

	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/retrieval"
)

// event is what is held now here, now there, and is told by where it is; texts about one name the place once, or not at all.
var (
	event  = pattern.Compile(`^` + eventKinds)
	events = pattern.Compile(eventKinds)
)

const eventKinds = `(冬残奥|冬奥|残奥|奥运|世界杯|亚残运|亚冬|亚运|青奥|大运会|全运|世锦赛|亚洲杯|欧洲杯|美洲杯|世博|园博)`

// WithoutHosts are names less those of places that only tell which event a question means, where the text speaks of the
// event and has it in no other place: 北京 of 北京冬奥会. Both are folded.
func WithoutHosts(snapshot *retrieval.Snapshot, names []Name, question, text string) []Name {
	return slices.DeleteFunc(slices.Clone(names), func(n Name) bool {
		_, behind, found := strings.Cut(question, n.Shown)
		held := event.FindString(behind)
		return found && held != "" && strings.Contains(text, held) && !heldElsewhere(snapshot, held, text)
	})
}

// OtherHost is what an event is told by in a question where a text has it in other places only: 横滨 of 横滨亚运会 beside
// 西安亚运会; "" for none. Both are folded.
func OtherHost(snapshot *retrieval.Snapshot, question, text string) string {
	at := events.FindStringIndex(question)
	if at == nil {
		return ""
	}
	words := snapshot.Words(question[:at[0]])
	if len(words) == 0 {
		return ""
	}
	host, held := words[len(words)-1], question[at[0]:at[1]]
	named := host.End-host.Start > 1 && host.End == len([]rune(question[:at[0]])) && (hosts[host.Speech] || wording.Class(host.Speech) == "n")
	if !named || IsEverywhere(host.Text) || strings.Contains(text, host.Text) || !strings.Contains(text, held) || !heldElsewhere(snapshot, held, text) {
		return ""
	}
	return host.Text
}

// heldElsewhere says that a place, or a name that no dictionary knows, stands before an event in a text.
func heldElsewhere(snapshot *retrieval.Snapshot, event, text string) bool {
	parts := strings.Split(text, event)
	for _, before := range parts[:len(parts)-1] {
		runes := []rune(before)
		if len(runes) == 0 || !hanzi.IsHan(runes[len(runes)-1]) {
			continue
		}
		words := snapshot.Words(string(runes[max(0, len(runes)-hostRunes):]))
		if last := words[len(words)-1]; hosts[last.Speech] && !IsEverywhere(last.Text) {
			return true
		}
	}
	return false
}

// hosts are kinds of word that may be a place, or the end of one: 首|尔.
var hosts = map[string]bool{"ns": true, "nr": true, "nrt": true, "x": true, "zg": true}

// hostRunes is how long the name of a place before an event may be.
const hostRunes = 6
