package news

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
)

// Parse reads the articles of one file's bytes. The extension of name tells the
// kind: .md, .html, .htm, .jsonl; anything else is plain text. Bytes that are
// not UTF-8 are read as GB18030 (UTF-16 with a byte order mark).
//
// The error is one *FileError, or several joined (errors.Join) where lines of a
// .jsonl file are broken: the articles of the other lines are returned with it.
// Ids are unique within the result; an article that says the same as one before
// it is left out.
func Parse(name string, data []byte) ([]Article, error) {
	articles, err := parse(name, data)
	return articles, atFile(name, err)
}

func parse(name string, data []byte) ([]Article, error) {
	kind := strings.ToLower(filepath.Ext(name))
	if kind == ".jsonl" {
		return parseJSONL(data)
	}
	html := kind == ".html" || kind == ".htm"
	if !html {
		if err := checkLines(data); err != nil {
			return nil, err
		}
	}
	if html {
		return parseHTML(data)
	}
	text, err := decode(data)
	if err != nil {
		return nil, err
	}
	text = clean(text)
	if strings.TrimSpace(text) == "" {
		return nil, errEmpty
	}
	h, body, skipped, err := cutFrontMatter(text)
	if err != nil {
		return nil, err
	}
	lines := readLines(body, skipped, kind == ".md")
	return assemble(h, units(lines, kind == ".md"))
}

func checkLines(data []byte) error {
	n := 0
	for line := range bytes.Lines(data) {
		if n++; len(line) > maxLine {
			return &lineError{n, tooLong(len(line))}
		}
	}
	return nil
}

// FileError says what is wrong with a file. Line counts from 1; 0 is the whole
// file.
type FileError struct {
	Path string
	Line int
	Err  error
}

// Error is a sentence that names the file and, where known, the line.
func (e *FileError) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %v", e.Path, e.Err)
	}
	return fmt.Sprintf("%s, line %d: %v", e.Path, e.Line, e.Err)
}

func (e *FileError) Unwrap() error { return e.Err }

// atFile names the file in err, and in each of the errors that were joined.
func atFile(path string, err error) error {
	if err == nil {
		return nil
	}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var all []error
		for _, e := range joined.Unwrap() {
			all = append(all, atFile(path, e))
		}
		return errors.Join(all...)
	}
	var at *lineError
	if errors.As(err, &at) {
		return &FileError{path, at.line, at.err}
	}
	return &FileError{path, 0, err}
}

// unwrapLine drops the line of an error in a text that is itself one line.
func unwrapLine(err error) error {
	var at *lineError
	if errors.As(err, &at) {
		return at.err
	}
	return err
}
