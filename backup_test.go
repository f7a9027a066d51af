package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"youju/store"
)

// What was embedded is in a backup that was made beside a writer, and a restored
// store answers without embedding.
func TestBackupAndRestore(t *testing.T) {
	folder, data := t.TempDir(), t.TempDir()
	write(t, folder, "lamps.md", "# 高新区的路灯\n\n高新区今年安装路灯120台。\n")
	over := func(data string, args ...string) result {
		t.Helper()
		return youju(t, "", append(args, "--articles", folder, "--data", data)...)
	}
	saved := filepath.Join(t.TempDir(), "saved.db")
	if got := over(data, "backup", saved); got.code != 1 || !strings.Contains(got.err, "no store") {
		t.Errorf("a backup of nothing: %+v", got)
	}
	answered := over(data, "ask", "--json", "安装了多少路灯？").succeeded(t).out
	writer, err := store.Open(t.Context(), filepath.Join(data, store.FileName), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	over(data, "backup", saved).succeeded(t)
	if got := over(data, "backup", saved); got.code != 1 || !strings.Contains(got.err, "not overwritten") {
		t.Errorf("a second backup to the same file: %+v", got)
	}
	if got := over(data, "ask", "--json", "安装了多少路灯？").succeeded(t); got.out != answered {
		t.Errorf("beside a writer %s, before %s", got.out, answered)
	}
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	restored := t.TempDir()
	bytes, err := os.ReadFile(saved)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(restored, store.FileName), bytes, 0o600); err != nil {
		t.Fatal(err)
	}
	if got := over(restored, "ask", "--json", "安装了多少路灯？").succeeded(t); got.out != answered || strings.Contains(got.err, "计算向量") {
		t.Errorf("restored: %s %s, before %s", got.out, got.err, answered)
	}
}
