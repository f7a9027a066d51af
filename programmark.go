package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"io"
	"os"
	"strings"
)

// programMark tells this program from others by its bytes: another one may read or
// segment the articles otherwise, and nobody need remember to say so. It is empty
// where the bytes cannot be had; then nothing is taken over.
func programMark() string {
	path, err := os.Executable()
	if err != nil {
		return ""
	}
	f, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer f.Close()
	mark, err := markOf(f)
	if err != nil {
		return ""
	}
	return mark
}

// buildIDWithin is how far into a program its build ID lies at most, in bytes.
const buildIDWithin = 32 << 10

// markOf is made of the build ID, which holds a hash of all that the linker wrote;
// to hash 58 MB again would take half as long as an answer. A program without one
// is hashed.
func markOf(program io.Reader) (string, error) {
	h := sha256.New()
	head, err := io.ReadAll(io.LimitReader(program, buildIDWithin))
	if err != nil {
		return "", err
	}
	if id := buildID(head); id != "" {
		_, _ = io.WriteString(h, id) // a hash takes everything
		return markText(h.Sum(nil)), nil
	}
	h.Write(head)
	if _, err := io.Copy(h, program); err != nil {
		return "", err
	}
	return markText(h.Sum(nil)), nil
}

func markText(sum []byte) string { return hex.EncodeToString(sum[:12]) }

// buildID finds what `go build` stamps into a program: the hashes of what went in
// and of what came out. "" is none, or one that somebody else chose and that may be
// the same in all programs.
func buildID(head []byte) string {
	id := noteID(head)
	if id == "" {
		id = textID(head)
	}
	parts := strings.Split(id, "/")
	const hash = 20 // characters
	if len(parts) != 4 || len(parts[0]) != hash || len(parts[3]) != hash {
		return ""
	}
	return id
}

// noteID reads an ELF note: the name's length, the content's, type 4, "Go".
func noteID(head []byte) string {
	at := bytes.Index(head, []byte("\x04\x00\x00\x00Go\x00\x00"))
	if at < 8 || !bytes.Equal(head[at-8:at-4], []byte{4, 0, 0, 0}) {
		return ""
	}
	size, content := binary.LittleEndian.Uint32(head[at-4:]), head[at+8:]
	if uint64(size) > uint64(len(content)) {
		return ""
	}
	return string(content[:size])
}

// textID reads the form that programs of other systems have.
func textID(head []byte) string {
	_, rest, found := bytes.Cut(head, []byte("\xff Go build ID: \""))
	if !found {
		return ""
	}
	id, _, _ := bytes.Cut(rest, []byte("\"\n \xff"))
	return string(id)
}
