package store

import (
	"fmt"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"youju/news"
)

// filled has a value of its own in every field, so that a field that is added to
// news.Article and forgotten here shows.
func filled(t *testing.T) (a news.Article) {
	n := 0
	var fill func(reflect.Value)
	fill = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			n++
			v.SetString(fmt.Sprint("字", n))
		case reflect.Slice:
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			fill(v.Index(0))
			fill(v.Index(1))
		case reflect.Struct:
			for i := range v.NumField() {
				fill(v.Field(i))
			}
		default:
			t.Fatalf("a field of type %v: the codec does not know it", v.Type())
		}
	}
	fill(reflect.ValueOf(&a).Elem())
	return a
}

func TestAnArticleComesBackWhole(t *testing.T) {
	a := filled(t)
	data := string(encodeArticle(&a))
	if got, err := decodeArticle(data); err != nil || !reflect.DeepEqual(got, a) {
		t.Errorf("%+v %v, want %+v", got, err, a)
	}
	for i := range data {
		if _, err := decodeArticle(data[:i]); err == nil {
			t.Errorf("cut at %d: no error", i)
		}
	}
	if _, err := decodeArticle(data + "x"); err == nil {
		t.Error("something behind it: no error")
	}
}

func TestAnyArticleComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := news.Article{ID: rapid.String().Draw(t, "id"), Title: rapid.String().Draw(t, "title"), Sections: []string{}, Notes: []news.Note{}, Paragraphs: []news.Paragraph{}}
		for _, text := range rapid.SliceOf(rapid.String()).Draw(t, "texts") {
			a.Paragraphs = append(a.Paragraphs, news.Paragraph{Text: text})
		}
		if got, err := decodeArticle(string(encodeArticle(&a))); err != nil || !reflect.DeepEqual(got, a) {
			t.Fatalf("%+v %v, want %+v", got, err, a)
		}
	})
}

func FuzzDecodeArticle(f *testing.F) {
	a := news.Article{ID: "a", Title: "题", Paragraphs: []news.Paragraph{{ID: "p", Text: "文"}}}
	f.Add(string(encodeArticle(&a)))
	f.Add("\xff\xff\xff\xff\xff\xff\xff\xff\x7f")
	f.Fuzz(func(t *testing.T, data string) {
		a, err := decodeArticle(data)
		if err != nil {
			return
		}
		again, err := decodeArticle(string(encodeArticle(&a)))
		if err != nil || !reflect.DeepEqual(again, a) {
			t.Errorf("%+v %v, want %+v", again, err, a)
		}
	})
}
