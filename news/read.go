package news

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Sizes in bytes above which a file is refused.
const (
	maxCorpus = 256 << 20 // .jsonl
	maxFile   = 32 << 20  // all others
)

// Reader reads files and folders. Its zero value will do.
type Reader struct {
	// Known may hand over what was read from the same bytes before; may be nil.
	Known func(path string, data []byte) (articles []Article, known bool)
	// Took is told of a file that was read without a problem and was not known;
	// may be nil.
	Took func(path string, data []byte, articles []Article)
}

// Read reads files and folders into articles, in the order of their paths.
// Folders are read with those below them: .md, .txt, .html, .htm and .jsonl
// files that are not hidden; the queries.jsonl of a BEIR folder holds no articles
// and is left out. A file that is named itself is read whatever its extension.
//
// What cannot be read is reported, each problem a *FileError, and everything
// else still loads. Where two articles say the same, the first stays. When ctx
// ends, so does the reading, with a problem that wraps ctx.Err().
func Read(ctx context.Context, paths ...string) (articles []Article, problems []error) {
	return Reader{}.Read(ctx, paths...)
}

// Read is the function Read with what is known already.
func (r Reader) Read(ctx context.Context, paths ...string) (articles []Article, problems []error) {
	w := walk{seen: map[string]bool{}}
	for _, p := range paths {
		w.visit(filepath.Clean(p), true)
	}
	slices.Sort(w.files)
	problems = w.problems
	var c collection
	for _, path := range slices.Compact(w.files) {
		if err := ctx.Err(); err != nil {
			return c.articles, append(problems, &FileError{path, 0, fmt.Errorf("reading was stopped: %w", err)})
		}
		found, err := r.file(path)
		problems = append(problems, flatten(err)...)
		for _, a := range found {
			if err := c.add(a); err != nil {
				problems = append(problems, &FileError{path, 0, err})
			}
		}
	}
	return c.articles, problems
}

func flatten(err error) []error {
	if err == nil {
		return nil
	}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		return joined.Unwrap()
	}
	return []error{err}
}

// file reads one file. A panic is a problem of that file: it would come again at
// each start.
func (r Reader) file(path string) (articles []Article, err error) {
	defer func() {
		if p := recover(); p != nil {
			articles, err = nil, &FileError{path, 0, fmt.Errorf("it breaks its reader: %v", p)}
		}
	}()
	data, err := readBytes(path)
	if err != nil {
		return nil, err
	}
	if r.Known != nil {
		if articles, known := r.Known(path, data); known {
			return articles, nil
		}
	}
	articles, err = Parse(path, data)
	if err == nil && r.Took != nil {
		r.Took(path, data, articles)
	}
	return articles, err
}

// readBytes reads a file that is not larger than its kind may be.
func readBytes(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, &FileError{path, 0, plainError(err)}
	}
	defer f.Close()
	limit := int64(maxFile)
	if strings.EqualFold(filepath.Ext(path), ".jsonl") {
		limit = maxCorpus
	}
	var buffer bytes.Buffer
	if info, err := f.Stat(); err == nil {
		buffer.Grow(int(min(info.Size(), limit)) + bytes.MinRead)
	}
	_, err = buffer.ReadFrom(io.LimitReader(f, limit+1))
	data := buffer.Bytes()
	if err != nil {
		return nil, &FileError{path, 0, plainError(err)}
	}
	if int64(len(data)) > limit {
		if err := checkLines(data); err != nil {
			return nil, atFile(path, err)
		}
		return nil, &FileError{path, 0, fmt.Errorf("the file is larger than %d MB", limit>>20)}
	}
	return data, nil
}

// plainError leaves out the operation and path that FileError says already.
func plainError(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return fmt.Errorf("it cannot be read: %w", at.Err)
	}
	return fmt.Errorf("it cannot be read: %w", err)
}

// walk collects the files to read. It follows links; seen holds the true paths
// of the folders that it was in, so that a circle of links ends.
type walk struct {
	files    []string
	seen     map[string]bool
	problems []error
}

func (w *walk) report(path string, err error) {
	w.problems = append(w.problems, &FileError{path, 0, plainError(err)})
}

// visit takes a file (named says that the user asked for this very path) or all
// files of a folder.
func (w *walk) visit(path string, named bool) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		w.report(path, err)
	case info.IsDir():
		w.folder(path)
	case !named && !readable(path):
	case !info.Mode().IsRegular():
		w.report(path, errors.New("it is not a regular file"))
	default:
		w.files = append(w.files, path)
	}
}

func (w *walk) folder(path string) {
	real, err := filepath.EvalSymlinks(path)
	if err == nil {
		real, err = filepath.Abs(real)
	}
	if err != nil {
		w.report(path, err)
		return
	}
	if w.seen[real] {
		return
	}
	w.seen[real] = true
	entries, err := os.ReadDir(path)
	if err != nil {
		w.report(path, err)
	}
	corpus := slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == "corpus.jsonl" })
	for _, e := range entries {
		hidden := strings.HasPrefix(e.Name(), ".")
		if !hidden && !(corpus && e.Name() == "queries.jsonl") && (e.IsDir() || isLink(e) || readable(e.Name())) {
			w.visit(filepath.Join(path, e.Name()), false)
		}
	}
}

func isLink(e fs.DirEntry) bool { return e.Type()&fs.ModeSymlink != 0 }

func readable(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".md", ".txt", ".html", ".htm", ".jsonl":
		return true
	}
	return false
}
