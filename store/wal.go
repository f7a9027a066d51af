package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
)

// walDamage reads the log as SQLite will, and says where SQLite would silently stop
// though more was written (https://www.sqlite.org/fileformat2.html#walformat).
func walDamage(path string) string {
	data, err := os.ReadFile(path)
	const header, frameHeader = 32, 24
	if err != nil || len(data) < header {
		return ""
	}
	var order binary.ByteOrder = binary.LittleEndian
	switch binary.BigEndian.Uint32(data) {
	case 0x377f0682:
	case 0x377f0683:
		order = binary.BigEndian
	default:
		return "its first bytes are damaged"
	}
	sum := walSum{}
	sum.add(order, data[:24])
	if sum != readWALSum(data[24:]) {
		return "its head is damaged"
	}
	salts := data[16:24]
	for at := header; at+frameHeader+pageSize <= len(data); at += frameHeader + pageSize {
		frame := data[at : at+frameHeader+pageSize]
		next := sum
		next.add(order, frame[:8])
		next.add(order, frame[frameHeader:])
		fits, ours := next == readWALSum(frame[16:]), bytes.Equal(frame[8:16], salts)
		if fits && ours {
			sum = next
			continue
		}
		if fits || ours && oneBitOff(order, sum, frame) {
			return "a part of it is damaged"
		}
		// Left over from an earlier round, or a frame that a kill cut short: nothing
		// that was acknowledged, unless more of this round follows.
		return later(data[at+frameHeader+pageSize:], salts)
	}
	return ""
}

// foldWAL moves what the log holds whole into the file, as SQLite does, which needs
// a readable schema for it.
func foldWAL(path string) error {
	data, err := os.ReadFile(path + "-wal")
	const header, frameHeader = 32, 24
	if errors.Is(err, os.ErrNotExist) || err == nil && len(data) < header {
		return nil
	}
	if err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	var order binary.ByteOrder = binary.LittleEndian
	if data[3] == 0x83 {
		order = binary.BigEndian
	}
	sum, salts := readWALSum(data[24:]), data[16:24]
	waiting := map[uint32][]byte{}
	for at := header; at+frameHeader+pageSize <= len(data); at += frameHeader + pageSize {
		frame := data[at : at+frameHeader+pageSize]
		sum.add(order, frame[:8])
		sum.add(order, frame[frameHeader:])
		if sum != readWALSum(frame[16:]) || !bytes.Equal(frame[8:16], salts) {
			break
		}
		waiting[binary.BigEndian.Uint32(frame)] = frame[frameHeader:]
		size := binary.BigEndian.Uint32(frame[4:])
		if size == 0 { // the transaction goes on
			continue
		}
		for n, page := range waiting {
			if _, err := f.WriteAt(page, int64(n-1)*pageSize); err != nil {
				return err
			}
		}
		clear(waiting)
	}
	return errors.Join(f.Close(), os.Remove(path+"-wal"))
}

// oneBitOff tells a last frame that was damaged from one that was never written
// whole: turning one bit makes it fit.
func oneBitOff(order binary.ByteOrder, before walSum, frame []byte) bool {
	const frameHeader = 24
	frame = bytes.Clone(frame)
	for i := range frame {
		for bit := range 8 {
			frame[i] ^= 1 << bit
			sum := before
			sum.add(order, frame[:8])
			sum.add(order, frame[frameHeader:])
			if sum == readWALSum(frame[16:]) {
				return true
			}
			frame[i] ^= 1 << bit
		}
	}
	return false
}

// later says whether frames of this round follow one that is not.
func later(data, salts []byte) string {
	const frame = 24 + pageSize
	for ; len(data) >= frame; data = data[frame:] {
		if bytes.Equal(data[8:16], salts) {
			return "a part of it is damaged"
		}
	}
	return ""
}

// walSum is SQLite's checksum over pairs of words.
type walSum struct{ a, b uint32 }

func (s *walSum) add(order binary.ByteOrder, data []byte) {
	for ; len(data) >= 8; data = data[8:] {
		s.a += order.Uint32(data) + s.b
		s.b += order.Uint32(data[4:]) + s.a
	}
}

func readWALSum(data []byte) walSum {
	return walSum{binary.BigEndian.Uint32(data), binary.BigEndian.Uint32(data[4:])}
}
