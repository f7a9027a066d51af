package eval

import (
	"math"
	"sort"
)

// Metrics are means over questions. Recall at k is 1 for a question with a right
// passage among the first k, as the sets have few right ones each.
type Metrics struct {
	Recall1  float64 `json:"recall@1"`
	Recall5  float64 `json:"recall@5"`
	Recall10 float64 `json:"recall@10"`
	MRR10    float64 `json:"mrr@10"`
	NDCG10   float64 `json:"ndcg@10"`
}

// depth is how far down a ranking is looked at.
const depth = 10

// Rank measures one ranking, best first.
func Rank(ranking []string, relevant map[string]int) Metrics {
	var m Metrics
	gain := 0.0
	for i, id := range ranking[:min(depth, len(ranking))] {
		grade := relevant[id]
		if grade <= 0 {
			continue
		}
		gain += (math.Exp2(float64(grade)) - 1) / math.Log2(float64(i+2))
		if m.MRR10 > 0 {
			continue
		}
		m.MRR10 = 1 / float64(i+1)
		m.Recall10 = 1
		if i < 5 {
			m.Recall5 = 1
		}
		if i == 0 {
			m.Recall1 = 1
		}
	}
	if best := ideal(relevant); best > 0 {
		m.NDCG10 = gain / best
	}
	return m
}

// ideal is the gain of the best ranking (Järvelin and Kekäläinen, "Cumulated
// gain-based evaluation of IR techniques", 2002).
func ideal(relevant map[string]int) float64 {
	var grades []int
	for _, grade := range relevant {
		grades = append(grades, grade)
	}
	sort.Sort(sort.Reverse(sort.IntSlice(grades)))
	gain := 0.0
	for i, grade := range grades[:min(depth, len(grades))] {
		gain += (math.Exp2(float64(grade)) - 1) / math.Log2(float64(i+2))
	}
	return gain
}

// add and over make a mean.
func (m *Metrics) add(o Metrics) {
	m.Recall1 += o.Recall1
	m.Recall5 += o.Recall5
	m.Recall10 += o.Recall10
	m.MRR10 += o.MRR10
	m.NDCG10 += o.NDCG10
}

func (m *Metrics) over(n int) {
	if n == 0 {
		return
	}
	for _, v := range []*float64{&m.Recall1, &m.Recall5, &m.Recall10, &m.MRR10, &m.NDCG10} {
		*v /= float64(n)
	}
}
