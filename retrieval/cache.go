package retrieval

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/gofrs/flock"

	"youju/retrieval/index"
)

// textKey identifies what was embedded for a passage, the text and its sentences:
// the first 128 bits of a SHA-256. Vectors that were made when texts were folded
// or split otherwise are thus not found again.
type textKey [16]byte

func keyOf(texts []string) textKey {
	sum := sha256.Sum256([]byte(strings.Join(texts, "\x00")))
	return textKey(sum[:16])
}

// vectorCache keeps vectors by text in one file a model, records one after
// another: key, dimensions, number of sentences, whole vector, sentences, CRC-32
// of all that. A file with a damaged or torn record, wanted or not, is used up to
// there; the rest is embedded again.
type vectorCache struct {
	path string
	lock *flock.Flock // one writer at a time, among all processes
	end  int64        // bytes up to which this process knows the file to be whole
}

func openVectorCache(dir, model string) (*vectorCache, error) {
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return nil, fmt.Errorf("make the data folder: %w", err)
	}
	sum := sha256.Sum256([]byte(model))
	path := filepath.Join(dir, "vectors-"+hex.EncodeToString(sum[:6])+".bin")
	return &vectorCache{path: path, lock: flock.New(path + ".lock")}, nil
}

const (
	recordHead = len(textKey{}) + 4
	maxDims    = 8192 // bounds what a damaged head can make us allocate
)

// load hands over the vectors that are wanted; the file may be absent.
func (c *vectorCache) load(wanted func(textKey) bool, take func(textKey, index.Vectors)) error {
	c.end = 0
	f, err := os.Open(c.path)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("open the kept vectors: %w", err)
	}
	defer f.Close()
	r := bufio.NewReaderSize(f, 1<<20)
	for {
		rec, err := readRecord(r)
		if err != nil {
			return nil // the end, or damage: what follows is made again
		}
		c.end += int64(len(rec.bytes))
		if key := rec.key(); wanted(key) {
			take(key, rec.vectors())
		}
	}
}

var errDamaged = errors.New("damaged record")

// record is one that was read whole, with its parts' sizes.
type record struct {
	bytes           []byte
	dims, sentences int
}

func readRecord(r *bufio.Reader) (record, error) {
	head, err := r.Peek(recordHead)
	if err != nil {
		return record{}, err
	}
	rec := record{
		dims:      int(binary.LittleEndian.Uint16(head[16:])),
		sentences: int(binary.LittleEndian.Uint16(head[18:])),
	}
	if rec.dims == 0 || rec.dims > maxDims {
		return record{}, errDamaged
	}
	rec.bytes = make([]byte, recordHead+4*rec.dims+rec.sentences*(4+rec.dims)+4)
	if _, err := io.ReadFull(r, rec.bytes); err != nil {
		return record{}, err
	}
	body, sum := rec.bytes[:len(rec.bytes)-4], rec.bytes[len(rec.bytes)-4:]
	if crc32.ChecksumIEEE(body) != binary.LittleEndian.Uint32(sum) {
		return record{}, errDamaged
	}
	return rec, nil
}

func (r record) key() textKey { return textKey(r.bytes[:len(textKey{})]) }

func (r record) vectors() index.Vectors {
	body := r.bytes[recordHead:]
	v := index.Vectors{Whole: make([]float32, r.dims)}
	for i := range v.Whole {
		v.Whole[i] = math.Float32frombits(binary.LittleEndian.Uint32(body[4*i:]))
	}
	body = body[4*r.dims:]
	for range r.sentences {
		c := index.Compact{Scale: math.Float32frombits(binary.LittleEndian.Uint32(body)), Values: make([]int8, r.dims)}
		for i, b := range body[4 : 4+r.dims] {
			c.Values[i] = int8(b)
		}
		v.Sentences = append(v.Sentences, c)
		body = body[4+r.dims:]
	}
	return v
}

func encode(key textKey, v index.Vectors) []byte {
	var b bytes.Buffer
	b.Write(key[:])
	word := func(x uint32) { b.Write(binary.LittleEndian.AppendUint32(nil, x)) }
	b.Write(binary.LittleEndian.AppendUint16(nil, uint16(len(v.Whole))))
	b.Write(binary.LittleEndian.AppendUint16(nil, uint16(len(v.Sentences))))
	for _, x := range v.Whole {
		word(math.Float32bits(x))
	}
	for _, s := range v.Sentences {
		word(math.Float32bits(s.Scale))
		for _, x := range s.Values {
			b.WriteByte(byte(x))
		}
	}
	word(crc32.ChecksumIEEE(b.Bytes()))
	return b.Bytes()
}

// add appends vectors and syncs them to the disk. What a damaged end left behind
// is cut off first.
func (c *vectorCache) add(fresh map[textKey]index.Vectors) error {
	if err := c.lock.Lock(); err != nil {
		return fmt.Errorf("lock the kept vectors: %w", err)
	}
	defer func() { _ = c.lock.Unlock() }() // it ends with the process at the latest
	f, err := os.OpenFile(c.path, os.O_RDWR|os.O_CREATE, 0o640)
	if err != nil {
		return fmt.Errorf("open the kept vectors: %w", err)
	}
	defer f.Close()
	end := c.end
	if info, err := f.Stat(); err != nil || info.Size() != end { // another process wrote, or we are new
		end = goodEnd(f)
	}
	if err := f.Truncate(end); err != nil {
		return fmt.Errorf("cut the kept vectors: %w", err)
	}
	records := encodeAll(fresh)
	if _, err := f.WriteAt(records, end); err != nil {
		return fmt.Errorf("keep the vectors: %w", err)
	}
	if err := f.Sync(); err != nil {
		return fmt.Errorf("keep the vectors: %w", err)
	}
	c.end = end + int64(len(records))
	return nil
}

func encodeAll(fresh map[textKey]index.Vectors) []byte {
	keys := make([]textKey, 0, len(fresh))
	for key := range fresh {
		keys = append(keys, key)
	}
	sort.Slice(keys, func(i, j int) bool { return bytes.Compare(keys[i][:], keys[j][:]) < 0 })
	var out []byte
	for _, key := range keys {
		out = append(out, encode(key, fresh[key])...)
	}
	return out
}

// goodEnd is the offset in bytes behind the last record that is whole.
func goodEnd(f *os.File) int64 {
	r := bufio.NewReaderSize(io.NewSectionReader(f, 0, math.MaxInt64), 1<<20)
	var end int64
	for {
		rec, err := readRecord(r)
		if err != nil {
			return end
		}
		end += int64(len(rec.bytes))
	}
}
