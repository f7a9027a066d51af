package weigh

import (
	"strings"

	"youju/answer/asking"
	"youju/answer/naming"
	"youju/hanzi"
	"youju/retrieval"
)

// otherZone is the first zone that a question names where a figure is another
// zone's; "" for none. Both may stand in one sentence: 在航空港区和国家高新区中居首位.
func otherZone(snapshot *retrieval.Snapshot, r asking.Reading, c Candidate) string {
	asked := naming.Zones(snapshot, r.Raw)
	owners := naming.Zones(snapshot, c.Entry.Entity)
	if len(asked) == 0 || len(owners) == 0 {
		return ""
	}
	entity := hanzi.Fold(c.Entry.Entity)
	for _, zone := range asked {
		if strings.Contains(entity, zone.Key) {
			return ""
		}
	}
	return asked[0].Shown
}
