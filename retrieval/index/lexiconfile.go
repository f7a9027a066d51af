package index

import (
	"encoding/binary"
	"errors"
	"math"
)

// AppendBinary appends the lexicon's form on disk: five lengths, then the parts,
// all little-endian.
func (l *Lexicon) AppendBinary(out []byte) []byte {
	for _, n := range []int{len(l.text), len(l.ends), len(l.postings), len(l.lengths)} {
		out = binary.LittleEndian.AppendUint64(out, uint64(n))
	}
	out = append(out, l.text...)
	for _, part := range [][]uint32{l.ends, l.upTo} {
		for _, n := range part {
			out = binary.LittleEndian.AppendUint32(out, n)
		}
	}
	for _, p := range l.postings {
		out = binary.LittleEndian.AppendUint32(out, uint32(p.passage))
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(p.count))
	}
	for _, n := range l.lengths {
		out = binary.LittleEndian.AppendUint64(out, math.Float64bits(n))
	}
	return out
}

var errLexicon = errors.New("the kept lexicon is not whole")

// ReadLexicon reads what AppendBinary wrote for so many passages, and nothing else.
func ReadLexicon(data []byte, passages int) (*Lexicon, error) {
	const head = 4 * 8
	if len(data) < head {
		return nil, errLexicon
	}
	var n [4]uint64
	total := uint64(head)
	for i, size := range []uint64{1, 8, 8, 8} {
		n[i] = binary.LittleEndian.Uint64(data[8*i:])
		if n[i] > uint64(len(data)) {
			return nil, errLexicon
		}
		total += n[i] * size
	}
	if total != uint64(len(data)) || n[3] != uint64(passages) {
		return nil, errLexicon
	}
	data = data[head:]
	l := &Lexicon{text: string(data[:n[0]])}
	data = data[n[0]:]
	l.ends, data = readWords(data, n[1])
	l.upTo, data = readWords(data, n[1])
	l.postings = make([]posting, n[2])
	for i := range l.postings {
		l.postings[i] = posting{int32(binary.LittleEndian.Uint32(data[8*i:])), math.Float32frombits(binary.LittleEndian.Uint32(data[8*i+4:]))}
	}
	data = data[8*n[2]:]
	l.lengths = make([]float64, n[3])
	for i := range l.lengths {
		l.lengths[i] = math.Float64frombits(binary.LittleEndian.Uint64(data[8*i:]))
	}
	if !l.sound() {
		return nil, errLexicon
	}
	l.setMean()
	return l, nil
}

func readWords(data []byte, n uint64) ([]uint32, []byte) {
	words := make([]uint32, n)
	for i := range words {
		words[i] = binary.LittleEndian.Uint32(data[4*i:])
	}
	return words, data[4*n:]
}

// sound says that no later look-up can reach outside of what is there.
func (l *Lexicon) sound() bool {
	for part, most := range map[*[]uint32]int{&l.ends: len(l.text), &l.upTo: len(l.postings)} {
		last := uint32(0)
		for _, n := range *part {
			if n < last {
				return false
			}
			last = n
		}
		if int(last) != most {
			return false
		}
	}
	for _, p := range l.postings {
		if p.passage < 0 || int(p.passage) >= len(l.lengths) {
			return false
		}
	}
	return true
}
