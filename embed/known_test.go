package embed

import (
	"slices"
	"strings"
	"testing"
)

func TestKnownVectorsAreThoseOfTheEncoder(t *testing.T) {
	e := openForTest(t)
	texts := []string{"园区新增企业三百家。", "", "路灯坏了谁管？", "园区新增企业三百家。"}
	file, err := e.EncodeKnown(t.Context(), texts[:2])
	if err != nil {
		t.Fatal(err)
	}
	known, err := e.WithKnown(string(file))
	if err != nil {
		t.Fatal(err)
	}
	want, err := e.EmbedPassages(t.Context(), texts, nil)
	if err != nil {
		t.Fatal(err)
	}
	var steps []int
	got, err := known.EmbedPassages(t.Context(), texts, func(n int) { steps = append(steps, n) })
	if err != nil {
		t.Fatal(err)
	}
	for i := range texts {
		if !slices.Equal(got[i], want[i]) {
			t.Errorf("%q has another vector", texts[i])
		}
	}
	if !slices.Equal(steps, []int{3, 4}) {
		t.Errorf("told that %v texts were ready; the three that are known are ready at once", steps)
	}
}

func TestKnownVectorsAreUsedInsteadOfTheEncoder(t *testing.T) {
	e := openForTest(t)
	file, err := e.EncodeKnown(t.Context(), []string{"甲"})
	if err != nil {
		t.Fatal(err)
	}
	file[len(file)-1] ^= 1 // of the last number
	known, err := e.WithKnown(string(file))
	if err != nil {
		t.Fatal(err)
	}
	a, errA := e.EmbedPassages(t.Context(), []string{"甲"}, nil)
	b, errB := known.EmbedPassages(t.Context(), []string{"甲"}, nil)
	if errA != nil || errB != nil || slices.Equal(a[0], b[0]) {
		t.Errorf("the file's vector was not used: %v %v", errA, errB)
	}
}

func TestKnownVectorsOfAnotherModelAreNotUsed(t *testing.T) {
	e := openForTest(t)
	file, err := e.EncodeKnown(t.Context(), []string{"甲"})
	if err != nil {
		t.Fatal(err)
	}
	other, err := e.WithKnown(strings.Replace(string(file), e.Model(), e.Model()+"x", 1))
	if err != nil || len(other.vectors) != 0 {
		t.Errorf("another model's file: %d vectors, %v", len(other.vectors), err)
	}
	for name, bad := range map[string]string{"empty": "", "cut": string(file[:len(file)-1]), "no model": knownMagic, "other": "hello\n"} {
		if _, err := e.WithKnown(bad); err == nil {
			t.Errorf("a file that is %s was taken", name)
		}
	}
}
