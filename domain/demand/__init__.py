"""What electric vehicles ask of the grid: energy, peaks, room, and what spreading and sharing bring. Pure arithmetic."""
