package embed

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
)

func openForTest(t testing.TB) *Encoder {
	t.Helper()
	e, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func cosine(a, b []float32) float64 {
	var dot, aa, bb float64
	for i := range a {
		dot += float64(a[i]) * float64(b[i])
		aa += float64(a[i]) * float64(a[i])
		bb += float64(b[i]) * float64(b[i])
	}
	return dot / math.Sqrt(aa*bb)
}

func TestVectorsAreNearFloat32(t *testing.T) {
	if testing.Short() {
		t.Skip("it does much in one goroutine: left out of a short run")
	}
	e := openForTest(t)
	var sum, least float64 = 0, 1
	all := readGolden(t)
	for _, g := range all {
		got, err := e.EncodeTokens(g.IDs)
		if err != nil {
			t.Fatal(err)
		}
		c := cosine(got, g.vector)
		if !(c >= 0.99) {
			t.Errorf("cosine %.4f to float32 for %.60q", c, g.Text)
		}
		sum, least = sum+c, min(least, c)
	}
	mean := sum / float64(len(all))
	if !(mean >= 0.997) {
		t.Errorf("mean cosine %.5f to float32", mean)
	}
	t.Logf("cosine to float32 over %d texts: mean %.5f, least %.5f", len(all), mean, least)
}

func TestPassagesKeepTheirOrderAndDoNotDependOnTheirNeighbours(t *testing.T) {
	e := openForTest(t)
	var texts []string
	for _, g := range readGolden(t) {
		texts = append(texts, g.Text)
	}
	reported := 0
	vectors, err := e.EmbedPassages(t.Context(), texts, func(n int) {
		if n <= reported {
			t.Errorf("%d finished after %d", n, reported)
		}
		reported = n
	})
	if err != nil || reported != len(texts) {
		t.Fatalf("%d of %d reported, error %v", reported, len(texts), err)
	}
	for i, g := range readGolden(t) {
		alone, err := e.EncodeTokens(g.IDs)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(alone, vectors[i]) {
			t.Errorf("the vector of %.60q is another among others", g.Text)
		}
		if length := norm2(vectors[i]); math.Abs(length-1) > 1e-6 {
			t.Errorf("length² %v of %.60q", length, g.Text)
		}
	}
}

func norm2(v []float32) (sum float64) {
	for _, x := range v {
		sum += float64(x) * float64(x)
	}
	return sum
}

func TestQueriesGetThePrefix(t *testing.T) {
	e := openForTest(t)
	const question = "路灯坏了应该找谁修"
	query, err := e.EmbedQuery(t.Context(), question)
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range readGolden(t) {
		if g.Text == QueryPrefix+question {
			if c := cosine(query, g.vector); c < 0.99 {
				t.Errorf("cosine %.4f to float32 with the prefix", c)
			}
			return
		}
	}
	t.Fatal("no golden vector of the question")
}

func TestQueriesTogetherAreAsAlone(t *testing.T) {
	e := openForTest(t)
	questions := []string{"路灯坏了应该找谁修", "去年有多少家企业", "", strings.Repeat("长", 2*MaxTokens), "利用外资呢？"}
	together, err := e.EmbedQueries(t.Context(), questions)
	if err != nil {
		t.Fatal(err)
	}
	for i, question := range questions {
		alone, err := e.EmbedQuery(t.Context(), question)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(alone, together[i]) {
			t.Errorf("%.20q has another vector among others", question)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := e.EmbedQueries(ctx, questions); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v of a cancelled call", err)
	}
}

// TestTextsOfEveryLength: what a question's room is for and what is beyond it gives the same, alone and beside others.
func TestTextsOfEveryLength(t *testing.T) {
	if testing.Short() {
		t.Skip("it does much in one goroutine: left out of a short run")
	}
	e := openForTest(t)
	for n := 2; n <= questionTokens+8; n++ {
		ids := someTokens(n)
		alone, err := e.EncodeTokens(ids)
		if err != nil {
			t.Fatal(err)
		}
		beside := make([]float32, width)
		e.run([][]int32{ids, someTokens(MaxTokens - n)}, [][]float32{beside, make([]float32, width)})
		if !slices.Equal(alone, beside) {
			t.Fatalf("%d tokens have another vector beside others", n)
		}
	}
}

func TestACancelledContextEndsTheWork(t *testing.T) {
	e := openForTest(t)
	ctx, cancel := context.WithCancel(t.Context())
	long := strings.Repeat("市里新修的路", 80)
	vectors, err := e.EmbedPassages(ctx, slices.Repeat([]string{long}, 200), func(n int) {
		if n > 20 {
			t.Errorf("went on to %d passages", n)
		}
		cancel()
	})
	if !errors.Is(err, context.Canceled) || vectors != nil {
		t.Errorf("got %d vectors, error %v", len(vectors), err)
	}
	if _, err := e.EmbedQuery(ctx, "问"); !errors.Is(err, context.Canceled) {
		t.Errorf("a query got error %v", err)
	}
}

func TestTokensOutsideTheModelAreErrors(t *testing.T) {
	e := openForTest(t)
	const unused1, innerIdeograph = 1, 20000
	for _, ids := range [][]int32{
		nil, make([]int32, MaxTokens+1), {clsID, -1}, {clsID, vocabSize}, {clsID, unused1}, {clsID, innerIdeograph},
	} {
		if _, err := e.EncodeTokens(ids); err == nil {
			t.Errorf("%d tokens gave no error", len(ids))
		}
	}
}

func TestTheBuiltInFilesAreThoseOfTheReadme(t *testing.T) {
	readme, err := os.ReadFile("model/README.md")
	if err != nil {
		t.Fatal(err)
	}
	pieces, err := vocabulary()
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{
		"weights.bin": weightFile, "vocab.txt.gz, unzipped,": pieces, "characters.txt": characters,
	} {
		sum := fmt.Sprintf("%x", sha256.Sum256([]byte(content)))
		if !strings.Contains(string(readme), sum) {
			t.Errorf("SHA-256 of %s is %s, which the README does not say", name, sum)
		}
	}
}
