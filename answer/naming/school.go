package naming

import "youju/retrieval"

// schoolsIn are the universities of a text that are called after a place: 苏州大学, which
// an article that says 苏州 need not be about.
func schoolsIn(snapshot *retrieval.Snapshot, text string) []Name {
	var out []Name
	words := snapshot.Words(text)
	for i := 1; i < len(words); i++ {
		if words[i].Text == "大学" && words[i-1].Speech == "ns" && words[i-1].End == words[i].Start && !IsEverywhere(words[i-1].Text) {
			school := words[i-1].Text + words[i].Text
			out = append(out, Name{school, school})
		}
	}
	return out
}
