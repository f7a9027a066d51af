package retrieval

import (
	"context"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"path/filepath"
	"sync"
	"testing"

	"go.uber.org/goleak"

	"youju/news"
	"youju/retrieval/index"
	"youju/store"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// stub is an Embedder whose vectors depend on the text and the model only. It
// counts the texts of passages that it was given.
type stub struct {
	model string
	dims  int

	mu       sync.Mutex
	embedded int
	spoil    func(text string, v []float32) ([]float32, error) // may be nil
}

func newStub() *stub { return &stub{model: "stub 1", dims: 16} }

func (s *stub) Model() string { return s.model }

func (s *stub) EmbedQuery(ctx context.Context, text string) ([]float32, error) {
	return s.vector(text), ctx.Err()
}

func (s *stub) EmbedPassages(ctx context.Context, texts []string, _ func(int)) ([][]float32, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := make([][]float32, len(texts))
	for i, text := range texts {
		out[i] = s.vector(text)
		if s.spoil != nil {
			var err error
			if out[i], err = s.spoil(text, out[i]); err != nil {
				return nil, err
			}
		}
	}
	s.embedded += len(texts)
	return out, ctx.Err()
}

func (s *stub) vector(text string) []float32 {
	hash := fnv.New64a()
	hash.Write([]byte(s.model + "\x00" + text))
	random := rand.New(rand.NewPCG(hash.Sum64(), 1))
	v := make([]float32, s.dims)
	var square float64
	for i := range v {
		v[i] = float32(random.NormFloat64())
		square += float64(v[i]) * float64(v[i])
	}
	for i := range v {
		v[i] = float32(float64(v[i]) / math.Sqrt(square))
	}
	return v
}

// newly returns how many texts were embedded since it was last asked.
func (s *stub) newly() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := s.embedded
	s.embedded = 0
	return n
}

func (s *stub) setSpoil(spoil func(string, []float32) ([]float32, error)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.spoil = spoil
}

// loaded spares the tests the half second that each Open takes for the dictionary.
var loaded = sync.OnceValues(index.NewTokenizer)

// opened is a collection over the store in dir, or over none; the test's end
// closes both.
func opened(t testing.TB, e Embedder, dir string) *Corpus {
	t.Helper()
	c, closeBoth := openedFor(t, e, dir)
	t.Cleanup(closeBoth)
	return c
}

// openedFor is opened that is closed by hand: the next process in the same folder.
func openedFor(t testing.TB, e Embedder, dir string) (*Corpus, func()) {
	t.Helper()
	options := Options{Embedder: e, Mark: "a test", Warn: func(err error) { t.Error("a warning:", err) }}
	if dir == "" {
		c := open(options, loaded)
		return c, c.Close
	}
	kept, err := store.Open(context.Background(), filepath.Join(dir, store.FileName), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	options.Store = kept
	c := open(options, loaded)
	return c, func() {
		c.Close()
		if err := kept.Close(); err != nil {
			t.Error(err)
		}
	}
}

// inTurn runs use with a collection of a process of its own.
func inTurn(t testing.TB, e Embedder, dir string, use func(*Corpus)) {
	t.Helper()
	c, closeBoth := openedFor(t, e, dir)
	defer closeBoth()
	use(c)
}

func replace(t testing.TB, c *Corpus, articles ...news.Article) {
	t.Helper()
	if err := c.Replace(t.Context(), articles); err != nil {
		t.Fatal(err)
	}
}

func article(title string, texts ...string) news.Article {
	a := news.Article{Kind: news.KindArticle, Title: title}
	for _, text := range texts {
		a.Paragraphs = append(a.Paragraphs, news.Paragraph{Text: text})
	}
	a.Identify()
	return a
}

var (
	kunshan   = article("昆山", "省级以上科技计划项目立项28项。另有三十多场产学研合作活动在这里举行。", "企业一百家。")
	guangzhou = article("广州", "实际利用外资254678万美元。")
	zhengzhou = article("郑州", "科技型中小企业2103家。")
)

// Texts that are embedded for the three: kunshan's first paragraph has two sentences.
const kunshanTexts, guangzhouTexts, zhengzhouTexts = 4, 1, 1
