package eval_test

import (
	"regexp"
	"strings"
	"testing"

	"youju/eval"
)

// FuzzReadQueries: whatever stands in a question set, reading ends with its questions,
// a line each and none made up, or with an error that names a file and a line of it.
func FuzzReadQueries(f *testing.F) {
	f.Add(twoQueries, threeRels)
	f.Add("{\"_id\":\"q\",\"metadata\":{\"answers\":null,\"history\":[{}],\"answerable\":false}}\r\n", "h\nq\td\t9223372036854775808\n")
	f.Add("\xff\xfe{}", "query-id\tcorpus-id\tscore\nq\td\t-1\nq\td\t+1\n\t\t1\n")
	f.Add("null\n7\n", "\n\n\ta\tb")
	place := regexp.MustCompile(`(queries\.jsonl|test\.tsv), line \d+: `)
	f.Fuzz(func(t *testing.T, queries, qrels string) {
		read, err := eval.ReadQueries(set(t, queries, qrels))
		if err != nil {
			if !place.MatchString(err.Error()) {
				t.Errorf("the error names no place: %v", err)
			}
			return
		}
		if lines := strings.Count(queries, "\n") + 1; len(read) > lines {
			t.Errorf("%d questions in %d lines", len(read), lines)
		}
		for _, q := range read {
			for passage, grade := range q.Relevant {
				if grade <= 0 || !strings.Contains(qrels, q.ID+"\t"+passage+"\t") {
					t.Errorf("%q is right for %q by %d, which nothing says", passage, q.ID, grade)
				}
			}
		}
	})
}
