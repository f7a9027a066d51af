package answer

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/pattern"
	"youju/hanzi"
	"youju/retrieval"
)

// kindNamedAsked asks for one of a kind whose names end in what it is: 哪个镇, 哪家基金公司.
var kindNamedAsked = pattern.Compile(`哪一?[个家所座间条支]?(基金公司|航空公司|证券公司|公司|企业|集团|车企|药企|厂商|开发商|基金|券商|航司|银行|大学|高校|院校|学校|学院|医院|法院|机构|街道|社区|镇|乡|村|县|公园|机场|车站|地铁站)`)

// kindEndings are what such names end in, where it is not the kind itself; endings has more.
var kindEndings = map[string][]string{
	"基金公司": {"基金"}, "航空公司": {"航空", "航空公司"}, "航司": {"航空", "航空公司"}, "证券公司": {"证券"}, "券商": {"证券"},
	"集团": {"集团", "公司"}, "车企": {"汽车", "公司", "集团"}, "药企": {"药业", "制药", "公司", "集团"}, "厂商": {"公司", "集团"}, "开发商": {"公司", "集团", "地产"},
	"车站": {"站"}, "地铁站": {"站"},
}

// A sentence that names one of the kind goes before the best one, which does not, if it is at most this much worse.
const (
	kindNamedBy    = 0.25
	kindNamedTried = 8
)

// kindNamedFirst moves the best sentence of its article that names one of the kind that is asked for before the best of all, where that
// names none and the reader is not sure of it: 在瓦屋山镇举行 for 主会场设在哪个镇.
func kindNamedFirst(snapshot *retrieval.Snapshot, r asking.Reading, sentences []evidence.Sentence) {
	asked := hanzi.Fold(r.Raw)
	m := kindNamedAsked.FindStringSubmatch(asked)
	if m == nil || sentences[0].Read >= evidence.SureOfName {
		return
	}
	tails := endingsOf(m[1], kindEndings, endings)
	names := func(s evidence.Sentence) bool {
		return slices.ContainsFunc(namesOf(snapshot, s, tails), func(span hanzi.Span) bool {
			return !strings.Contains(asked, hanzi.Fold(string(s.Text[span.Start:span.End])))
		})
	}
	for i, s := range sentences[:min(kindNamedTried, len(sentences))] {
		switch {
		case s.Score < sentences[0].Score-kindNamedBy:
			return
		case s.Missing == "" && s.Source.Article == sentences[0].Source.Article && names(s):
			evidence.PutFirst(sentences, i)
			return
		}
	}
}
