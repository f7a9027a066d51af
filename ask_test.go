package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"youju/news"
)

func TestAsk(t *testing.T) {
	data := t.TempDir()
	ask := func(t *testing.T, stdin string, args ...string) result {
		t.Helper()
		return youju(t, stdin, append([]string{"ask", "--data", data}, args...)...)
	}
	t.Run("for a person", func(t *testing.T) {
		got := ask(t, "", "郑州高新区2020年有多少家科技型中小企业？").succeeded(t)
		if !strings.HasPrefix(got.out, "2103家") || !strings.Contains(got.out, "\n[1] 《郑州高新区") || strings.Contains(got.out, "\x1b") {
			t.Errorf("the answer is shown as\n%s", got.out)
		}
		if got.err != "" {
			t.Errorf("standard error holds %q", got.err)
		}
	})
	t.Run("in English", func(t *testing.T) {
		got := ask(t, "", "How many technology-based SMEs did Zhengzhou High-tech Zone have in 2020?").succeeded(t)
		if !strings.HasPrefix(got.out, "2103家") || !strings.Contains(got.out, "Read as “2020年郑州高新区科技型中小企业有多少家”.") {
			t.Errorf("the answer is shown as\n%s", got.out)
		}
	})
	t.Run("as JSON", func(t *testing.T) {
		lines := decode[answerLine](t, ask(t, "", "--json", "郑州高新区2020年有多少家科技型中小企业？").succeeded(t).out)
		if len(lines) != 1 || lines[0].Refused || len(lines[0].Figures) == 0 || lines[0].Figures[0].Text != "2103家" {
			t.Errorf("answered %+v", lines)
		}
	})
	t.Run("a stream", func(t *testing.T) { askStream(t, ask) })
	t.Run("a line that is not JSON", func(t *testing.T) {
		got := ask(t, `{"id":"1","question":"周成虎院士团队拿到多少资助"}`+"\n\n外资多少\n", "--json", "-")
		if got.code != 1 || !strings.Contains(got.err, "line 3") || len(decode[answerLine](t, got.out)) != 1 {
			t.Errorf("exit code %d\n%s%s", got.code, got.out, got.err)
		}
	})
}

// askStream looks at what a stream of questions must keep: order, ids, history,
// and that every figure and quote stands where it says it stands.
func askStream(t *testing.T, ask func(*testing.T, string, ...string) result) {
	questions := []questionLine{
		{ID: "外资", Question: "广州经开区实际利用外资多少"},
		{ID: "2", Question: "增速呢"},
		{ID: "3", Question: "增速呢"},
		{ID: "4", Question: "2021年郑州高新区有多少家科技型中小企业"},
		{Question: "周成虎院士团队拿到多少资助"},
	}
	if err := json.Unmarshal([]byte(`[{"question":"广州经开区实际利用外资多少","answer":"254678万美元 [1]"}]`), &questions[1].History); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(`[{"question":"广州经开区新增市场主体多少","answer":"6.3万户 [1]"}]`), &questions[2].History); err != nil {
		t.Fatal(err)
	}
	var stdin strings.Builder
	for _, q := range questions {
		line, err := json.Marshal(q)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&stdin, "%s\n\n", line)
	}
	answers := decode[answerLine](t, ask(t, stdin.String(), "--json", "-").succeeded(t).out)
	if len(answers) != len(questions) {
		t.Fatalf("%d answers to %d questions", len(answers), len(questions))
	}
	texts := paragraphs(t)
	for i, want := range []string{"254678万美元", "24.8%", "20%", "2103家", "1亿元"} {
		a := answers[i]
		if a.ID != questions[i].ID || a.Question != questions[i].Question {
			t.Errorf("answer %d is to %q %q, not to %q %q", i+1, a.ID, a.Question, questions[i].ID, questions[i].Question)
		}
		if len(a.Figures) == 0 || a.Figures[0].Text != want || a.Refused != (questions[i].ID == "4") {
			t.Errorf("%s: refused %v, figures %+v, want %s first", a.Question, a.Refused, a.Figures, want)
		}
		proved(t, a, texts)
	}
}

// proved checks an answer as a script does that has only the JSON lines.
func proved(t *testing.T, a answerLine, texts map[string][]rune) {
	t.Helper()
	at := map[int]string{}
	for _, c := range a.Citations {
		at[c.N] = c.Paragraph
		if text := texts[c.Paragraph]; c.End > len(text) || string(text[c.Start:c.End]) != c.Quote {
			t.Errorf("%s: quote [%d] %q is not what stands there", a.Question, c.N, c.Quote)
		}
	}
	for _, f := range a.Figures {
		if text := texts[at[f.Citation]]; f.End > len(text) || string(text[f.Start:f.End]) != f.Text {
			t.Errorf("%s: figure %q is not what stands there", a.Question, f.Text)
		}
	}
}

// paragraphs are the shipped paragraphs and notes, as `youju articles` prints them.
func paragraphs(t *testing.T) map[string][]rune {
	t.Helper()
	texts := map[string][]rune{}
	for _, a := range decode[news.Article](t, youju(t, "", "articles", "--json").succeeded(t).out) {
		for _, p := range a.Paragraphs {
			texts[p.ID] = []rune(p.Text)
		}
		for _, n := range a.Notes {
			texts[n.ID] = []rune(n.Text)
		}
	}
	return texts
}

// counter is an embedding endpoint that remembers what it was asked to embed.
type counter struct{ texts []string }

func (c *counter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var request struct{ Input []string }
	if err := json.NewDecoder(r.Body).Decode(&request); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	c.texts = append(c.texts, request.Input...)
	vectors := make([][]float32, len(request.Input))
	for i, text := range request.Input {
		vectors[i] = []float32{1, float32(len(text) % 7), float32(len(text) % 5)}
	}
	_ = json.NewEncoder(w).Encode(map[string]any{"embeddings": vectors})
}

func TestSecondRunEmbedsOnlyTheQuestion(t *testing.T) {
	endpoint := &counter{}
	server := httptest.NewServer(endpoint)
	defer server.Close()
	folder := t.TempDir()
	write(t, folder, "lamps.md", "# 高新区的路灯\n\n高新区今年安装路灯120台。\n\n明年还要安装80台。\n")
	args := []string{"ask", "--data", t.TempDir(), "--articles", folder, "--embed-url", server.URL, "--embed-kind", "ollama", "--embed-model", "small", "--embed-prefix", "问：", "高新区今年安装路灯多少台？"}
	first := youju(t, "", args...).succeeded(t)
	if len(endpoint.texts) < 3 {
		t.Fatalf("the first run embedded %q", endpoint.texts)
	}
	endpoint.texts = nil
	second := youju(t, "", args...).succeeded(t)
	if len(endpoint.texts) != 1 || !strings.HasPrefix(endpoint.texts[0], "问：高新区今年安装路灯") {
		t.Errorf("the second run embedded %q", endpoint.texts)
	}
	if !strings.HasPrefix(first.out, "120台") || first.out != second.out {
		t.Errorf("the answers are\n%s\nand\n%s", first.out, second.out)
	}
}
