package index_test

import (
	"hash/fnv"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"youju/retrieval/index"
)

// direction is a unit vector that depends on seed only.
func direction(seed string, dims int) []float32 {
	hash := fnv.New64a()
	hash.Write([]byte(seed))
	random := rand.New(rand.NewPCG(hash.Sum64(), 1))
	v := make([]float32, dims)
	for i := range v {
		v[i] = float32(random.NormFloat64())
	}
	return unit(v)
}

func unit(v []float32) []float32 {
	var square float64
	for _, x := range v {
		square += float64(x) * float64(x)
	}
	for i := range v {
		v[i] = float32(float64(v[i]) / math.Sqrt(square))
	}
	return v
}

const dims = 16

// vectorsOf gives each passage and each of its sentences the direction of its text.
func vectorsOf(passages []index.Passage) []index.Vectors {
	out := make([]index.Vectors, len(passages))
	for i, p := range passages {
		out[i].Whole = direction(p.Text, dims)
		for _, s := range p.Sentences() {
			out[i].Sentences = append(out[i].Sentences, index.Compress(direction(s, dims)))
		}
	}
	return out
}

func build(t testing.TB, passages []index.Passage, vectors []index.Vectors) *index.Index {
	t.Helper()
	x, err := index.Build(t.Context(), tokenizer(t), passages, vectors, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func search(t testing.TB, x *index.Index, question string, limit int) []index.Hit {
	t.Helper()
	hits, err := x.Search(t.Context(), question, given(direction(question, dims)), limit)
	if err != nil {
		t.Fatal(err)
	}
	return hits
}

func hit(t testing.TB, hits []index.Hit, id string) index.Hit {
	t.Helper()
	i := slices.IndexFunc(hits, func(h index.Hit) bool { return h.ID == id })
	if i < 0 {
		t.Fatalf("%s was not found", id)
	}
	return hits[i]
}

func near(a, b, within float64) bool { return math.Abs(a-b) <= within }

// Worked out by hand for k1 = 1.8, b = 0.6: three passages of 2, 3 and 1 terms.
// idf(cc) = ln(1 + 2.5/1.5) = 0.980829, idf(aa) = ln(1 + 1.5/2.5) = 0.470004;
// cc twice in a passage of 1.5 times the mean length weighs 5.6/4.34 = 1.290323,
// aa once there 2.8/3.34 = 0.838323, aa once at the mean length 1; a term can weigh
// 2.8 at most.
func TestBM25ByHand(t *testing.T) {
	passages := []index.Passage{
		{ID: "1", Article: "x", Text: "aa bb"},
		{ID: "2", Article: "y", Text: "aa cc cc"},
		{ID: "3", Article: "z", Text: "dd"},
	}
	x := build(t, passages, vectorsOf(passages))
	if got := x.Rarity("cc"); !near(got, 0.980829, 1e-6) {
		t.Errorf("rarity of cc: %f", got)
	}
	for _, c := range []struct {
		question string
		want     [3]float64
	}{
		{"cc", [3]float64{0, 0.460830, 0}},
		{"aa cc", [3]float64{0.115698, 0.408534, 0}},
		{"ee", [3]float64{}},
	} {
		hits := search(t, x, c.question, 3)
		for i, want := range c.want {
			if got := hit(t, hits, passages[i].ID).Parts.Lexical; !near(got, want, 2e-6) {
				t.Errorf("%q in passage %d: %f, want %f", c.question, i+1, got, want)
			}
		}
	}
}

var zones = []index.Passage{
	{ID: "k1", Article: "k", Title: "昆山高新区的一年", Section: "创新", Text: "省级以上科技计划项目立项28项。企业一百家获得贷款支持！还有三十多场产学研合作活动。"},
	{ID: "k2", Article: "k", Title: "昆山高新区的一年", Section: "服务", Text: "园区为企业办理贷款。"},
	{ID: "g1", Article: "g", Title: "广州经开区", Text: "实际利用外资254678万美元，增长5.2%。固定资产投资1413亿元，其中知识城583亿元。"},
	{ID: "z1", Article: "z", Title: "郑州", Text: "科技型中小企业2103家；占全省的比例最高，连续三年保持第一。"},
}

func TestTheScoreIsWhatItsPartsSay(t *testing.T) {
	x := build(t, zones, vectorsOf(zones))
	for _, question := range []string{"昆山高新区立项多少项", "实际利用外资", "科技型中小企业2103家", "xyz"} {
		for _, h := range search(t, x, question, 10) {
			want := 0.45*h.Parts.Lexical + 0.55*(0.3*h.Parts.Whole+0.7*h.Parts.Sentence)
			if !near(h.Score, want, 1e-9) {
				t.Errorf("%s for %q: score %v, its parts say %v", h.ID, question, h.Score, want)
			}
			if h.Parts.Lexical < 0 || h.Parts.Lexical > 1 {
				t.Errorf("%s for %q: lexical part %v is no share", h.ID, question, h.Parts.Lexical)
			}
			if len(h.Sentences) > 0 && !near(h.Parts.Sentence, slices.Max(h.Sentences), 0) {
				t.Errorf("%s: best sentence %v of %v", h.ID, h.Parts.Sentence, h.Sentences)
			}
			if zones[h.Passage].ID != h.ID {
				t.Errorf("%s is said to be passage %d, which is %s", h.ID, h.Passage, zones[h.Passage].ID)
			}
		}
	}
}

func TestTheVectorsParts(t *testing.T) {
	x := build(t, zones, vectorsOf(zones))
	sentence := zones[2].Sentences()[1]
	for _, c := range []struct {
		toward          string // the question's vector
		whole, sentence float64
	}{
		{zones[2].Text, 1, math.NaN()},
		{sentence, math.NaN(), 1},
	} {
		hits, err := x.Search(t.Context(), "外资", given(direction(c.toward, dims)), 10)
		if err != nil {
			t.Fatal(err)
		}
		parts := hit(t, hits, "g1").Parts
		if !math.IsNaN(c.whole) && !near(parts.Whole, c.whole, 1e-5) || !math.IsNaN(c.sentence) && !near(parts.Sentence, c.sentence, 0.01) {
			t.Errorf("toward %q: %+v", c.toward, parts)
		}
	}
	// A passage of one sentence has no vector but its own.
	one := hit(t, search(t, x, "贷款", 10), "k2")
	if one.Parts.Sentence != one.Parts.Whole || len(one.Sentences) != 0 {
		t.Errorf("a single sentence: %+v", one)
	}
}

// A paragraph that leaves its subject out is lifted by what stands around it.
func TestSurroundingsLiftAParagraph(t *testing.T) {
	plain := index.Passage{ID: "m", Article: "a", Text: "立项28项"}
	before := index.Passage{ID: "b", Article: "a", Text: "昆山的情况"}
	strange := index.Passage{ID: "c", Article: "elsewhere", Text: "昆山的情况"}
	titled, under := plain, plain
	titled.Title, under.Section = "昆山", "昆山"
	lexical := func(passages ...index.Passage) float64 {
		x := build(t, passages, vectorsOf(passages))
		return hit(t, search(t, x, "昆山", 10), "m").Parts.Lexical
	}
	if got := lexical(strange, plain); got != 0 {
		t.Errorf("a passage of another article lends %v", got)
	}
	lent := map[string]float64{
		"the title":               lexical(strange, titled),
		"the section":             lexical(strange, under),
		"the paragraph before it": lexical(before, plain),
		"the paragraph behind it": lexical(plain, before),
	}
	for from, got := range lent {
		if got <= 0 {
			t.Errorf("%s lends nothing", from)
		}
	}
	if own := lexical(strange, index.Passage{ID: "m", Article: "a", Text: "昆山立项28项"}); own <= lent["the title"] {
		t.Errorf("the title's word counts %v, the text's own %v", lent["the title"], own)
	}
}

func TestWordsThatOnlyAskDoNotCount(t *testing.T) {
	x := build(t, zones, vectorsOf(zones))
	if got := strings.Join(x.QuestionTerms("请问固定资产是多少"), " "); got != "固定 资产 固定 定资 资产" {
		t.Errorf("terms %s", got)
	}
	if got := x.QuestionTerms("多少"); len(got) == 0 {
		t.Error("a question of nothing but an asking word has no terms")
	}
}

func TestLimits(t *testing.T) {
	x := build(t, zones, vectorsOf(zones))
	for limit, want := range map[int]int{0: 0, 1: 1, 3: 3, 4: 4, 1000: 4} {
		if got := len(search(t, x, "企业", limit)); got != want {
			t.Errorf("limit %d: %d hits, want %d", limit, got, want)
		}
	}
	if got := search(t, build(t, nil, nil), "企业", 10); len(got) != 0 {
		t.Errorf("%d hits in an empty index", len(got))
	}
}

func given(vector []float32) index.Vector {
	return func([]int) ([]float32, error) { return vector, nil }
}
