import { render } from 'preact'
import { place } from '../standing/place.ts'
import { Studio } from './frame/studio.tsx'

const mount = place('studio')
mount.replaceChildren()
render(<Studio search={location.search} />, mount)
